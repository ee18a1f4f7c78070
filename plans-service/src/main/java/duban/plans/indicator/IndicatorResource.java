package duban.plans.indicator;

import duban.contracts.Text;
import duban.contracts.catalogue.Indicator;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.catalogue.WordedResource;
import duban.plans.catalogue.Wordings.Author;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue over HTTP: everybody reads it, the bureau writes it. */
@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Indicators", description = "指标目录 · The municipal catalogue")
public class IndicatorResource {

  private static final String EXAMPLE =
      """
      {"key":"new-seats","name":"新增学位","nameEn":"New school places","unit":"个","aggregation":"sum",
       "direction":"more","measure":"flow"}
      """;

  @Inject CatalogueLog catalogue;
  @Inject Indicators indicators;
  @Inject Caller caller;

  /**
   * @param next what to send as {@code after} for those that follow; absent at the end
   */
  @Schema(name = "IndicatorPage")
  public record Page(List<Indicator> indicators, @Nullable String next) {}

  @GET
  @Operation(summary = "The indicators, by key")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Page.class),
              examples =
                  @ExampleObject(
                      name = "page",
                      value = "{\"indicators\":[" + EXAMPLE + "],\"next\":\"new-seats\"}")))
  public Uni<Page> list(
      @Parameter(description = "Keys past this one", example = "investment")
          @QueryParam("after")
          @DefaultValue("")
          String after,
      @Parameter(description = "At most so many; up to 1000", example = "100")
          @QueryParam("limit")
          @DefaultValue("1000")
          int limit,
      @Parameter(
              description = "As it was known at this moment; now unless given",
              example = "2022-07-01T08:00:00+08:00")
          @QueryParam("knownAt")
          @Nullable String knownAt) {
    return catalogue
        .knownAt(knownAt)
        .map(now -> WordedResource.following(now.indicators(), after, limit))
        .map(found -> new Page(found.page(), found.next()));
  }

  @GET
  @Path("/{key}")
  @Operation(summary = "One indicator, with its ETag")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Indicator.class),
              examples = @ExampleObject(name = "indicator", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such indicator")
  public Uni<Response> one(
      @Parameter(example = "new-seats") @PathParam("key") String key,
      @Parameter(
              description = "As it was known at this moment; now unless given",
              example = "2022-07-01T08:00:00+08:00")
          @QueryParam("knownAt")
          @Nullable String knownAt) {
    return catalogue
        .knownAt(knownAt)
        .map(now ->
            WordedResource.one(
                now.indicators().get(key),
                "目录中没有指标 " + key + "。",
                "The catalogue has no indicator " + key + "."));
  }

  @PUT
  @Path("/{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "Define an indicator, or word it better",
      description =
          "Names and tolerance may change, which needs If-Match; unit, aggregation, direction and"
              + " measure never do. Sending what is there already changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Indicator.class),
              examples = @ExampleObject(name = "indicator", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Defined",
      content =
          @Content(
              schema = @Schema(implementation = Indicator.class),
              examples = @ExampleObject(name = "indicator", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "Worded anew, or as it was")
  @APIResponse(responseCode = "409", description = "It would count something else")
  @APIResponse(responseCode = "412", description = "Changed by somebody else")
  @APIResponse(responseCode = "428", description = "A change without If-Match")
  public Uni<Response> put(
      @Parameter(example = "new-seats") @PathParam("key") String key,
      @Parameter(description = "The ETag last read", example = "\"r1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte[] body) {
    Indicator wanted = StrictJson.read(body, Indicator.class);
    List<FieldProblem> faults = IndicatorRules.faults(wanted, key);
    if (!faults.isEmpty()) {
      Text detail = new Text("指标有误。", "The indicator is wrong.");
      throw new ProblemException(new Problem(ProblemType.INVALID_REQUEST, detail, faults));
    }
    return indicators
        .word(wanted, new Author(caller.subject(), ifMatch))
        .map(worded -> WordedResource.answer(worded, "/api/v1/indicators/" + key));
  }
}
