package duban.plans.review;

import duban.door.Caller;
import duban.door.Roles;
import duban.plans.plan.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a plan's draft comes from: the files that were handed in, and what was done since. */
@Path("/api/v1/plans/{plan}/review")
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Review")
public class SourceResource {

  private static final int MOST_ON_A_PAGE = 500;

  @Inject HistoryStore history;
  @Inject ReviewStore store;
  @Inject Caller caller;

  @GET
  @Path("/history")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "What was done in a review, the oldest first")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = HistoryPage.class),
              examples = @ExampleObject(name = "history", value = ReviewExamples.HISTORY)))
  public Uni<HistoryPage> history(
      @Parameter(example = "320404-2023") @PathParam("plan") String plan,
      @Parameter(description = "An earlier review of the plan", example = "1") @QueryParam("review")
          @Nullable Long review,
      @Parameter(description = "Entries past this seq", example = "0")
          @QueryParam("after")
          @DefaultValue("0")
          int after,
      @Parameter(description = "At most so many; up to 500", example = "100")
          @QueryParam("limit")
          @DefaultValue("100")
          int limit) {
    PlanId id = visible(plan);
    int size = Math.clamp(limit, 1, MOST_ON_A_PAGE);
    return Uni.combine()
        .all()
        .unis(history.imports(id.text()), history.lines(id.text(), review, after, size + 1))
        .with((imports, found) -> HistoryPage.of(imports, found, size));
  }

  /** Never shown in the page itself: a file may be HTML, and would run under the page's name. */
  @GET
  @Path("/original")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "The file as it was handed in")
  @APIResponse(
      responseCode = "200",
      description = "The bytes, to be saved",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "file", value = "2023年钟楼教育工作要点 …")))
  @APIResponse(responseCode = "404", description = "The draft comes from no document")
  public Uni<Response> original(
      @Parameter(example = "320404-2023") @PathParam("plan") String plan,
      @Parameter(description = "An earlier review of the plan", example = "1") @QueryParam("review")
          @Nullable Long review) {
    PlanId id = visible(plan);
    return store
        .original(id.text(), review)
        .map(found -> found.orElseThrow(() -> Reviews.notFound(id)))
        .map(original ->
            Response.ok(original.content())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(original.file()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build());
  }

  private PlanId visible(String plan) {
    PlanId id = PlanId.of(plan);
    caller.requireDistrict(id.district());
    return id;
  }

  /** As RFC 6266 says: the name itself is percent-encoded, so that it cannot end the header. */
  private static String attachment(String file) {
    String encoded = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename*=UTF-8''" + encoded;
  }
}
