package duban.plans.issue;

import duban.contracts.DistrictCode;
import duban.contracts.catalogue.Issue;
import duban.door.Caller;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.catalogue.Issued;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was issued, over HTTP: the bureau issues, whoever it is about reads. */
@Path("/api/v1/issues")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Issues", description = "已印发的通报与总结 · Bulletins and summaries that were issued")
public class IssueResource {

  private static final int MOST_ON_A_PAGE = 200;

  private static final String ISSUE =
      """
      {"kind":"bulletin","scope":"320400","period":"2022-06","number":1,"asOf":"2022-06-30",
       "knownAt":"2022-07-05T08:00:00Z","positions":{"progress/320412":{"seq":812,
       "hash":"9f2c000000000000000000000000000000000000000000000000000000000000"}},
       "digest":"ab12000000000000000000000000000000000000000000000000000000000000","title":"6 月通报"}
      """;

  private static final String VIEW =
      "{\"issue\":"
          + ISSUE
          + ",\"seq\":42,\"hash\":\"c0de…\",\"issuedAt\":\"2022-07-05T08:00:01.000Z\",\"by\":\"bureau\"}";

  @Inject CatalogueLog catalogue;
  @Inject Issues issues;
  @Inject Caller caller;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "Issue a bulletin or summary",
      description =
          "Its number is the next of its kind, scope and period. Issuing the same again changes"
              + " nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Issue.class),
              examples = @ExampleObject(name = "issue", value = ISSUE)))
  @APIResponse(
      responseCode = "201",
      description = "Issued",
      content =
          @Content(
              schema = @Schema(implementation = IssueView.class),
              examples = @ExampleObject(name = "issued", value = VIEW)))
  @APIResponse(responseCode = "200", description = "It was issued already")
  @APIResponse(responseCode = "409", description = "The number is taken, or not the next")
  public Uni<Response> issue(byte[] body) {
    Issue wanted = StrictJson.read(body, Issue.class);
    caller.requireDistrict(wanted.scope());
    return issues.issue(wanted, caller.subject()).map(IssueResource::answer);
  }

  @GET
  @Operation(
      summary = "What was issued about your districts, or about what lies above them",
      description = "In the order in which it was issued; of one period the last number counts.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = IssueView.Page.class),
              examples = @ExampleObject(name = "page", value = "{\"issues\":[" + VIEW + "]}")))
  public Uni<IssueView.Page> list(
      @Parameter(description = "About this division", example = "320400") @QueryParam("scope")
          @Nullable String scope,
      @Parameter(description = "bulletin or summary", example = "bulletin") @QueryParam("kind")
          @Nullable String kind,
      @Parameter(description = "Those past this seq", example = "42")
          @QueryParam("after")
          @DefaultValue("0")
          long after,
      @Parameter(description = "At most so many; up to 200", example = "50")
          @QueryParam("limit")
          @DefaultValue("50")
          int limit,
      @Parameter(
              description = "As it was known at this moment; now unless given",
              example = "2022-07-01T08:00:00+08:00")
          @QueryParam("knownAt")
          @Nullable String knownAt) {
    int size = Math.clamp(limit, 1, MOST_ON_A_PAGE);
    Predicate<Issued> wanted =
        about(caller.districts())
            .and(issued -> issued.seq() > after)
            .and(issued -> scope == null || issued.issue().scope().equals(scope))
            .and(issued -> kind == null || issued.issue().kind().equals(kind));
    return catalogue
        .knownAt(knownAt)
        .map(now ->
            IssueView.Page.of(
                now.issues().stream().filter(wanted).limit(size + 1L).toList(), size));
  }

  /** A city's bulletin is for its districts too. */
  private static Predicate<Issued> about(List<String> districts) {
    return issued ->
        districts.stream()
            .anyMatch(mine ->
                DistrictCode.covers(mine, issued.issue().scope())
                    || DistrictCode.covers(issued.issue().scope(), mine));
  }

  private static Response answer(Issues.Made made) {
    Issue issue = made.issued().issue();
    URI list = URI.create("/api/v1/issues?scope=" + issue.scope() + "&kind=" + issue.kind());
    return (made.made() ? Response.created(list) : Response.ok())
        .entity(IssueView.of(made.issued()))
        .build();
  }
}
