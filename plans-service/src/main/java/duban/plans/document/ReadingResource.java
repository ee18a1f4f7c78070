package duban.plans.document;

import duban.door.Caller;
import duban.door.Roles;
import duban.plans.plan.PlanId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Helps whoever marks words. */
@Path("/api/v1/plans/{plan}/review/reading")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review")
public class ReadingResource {

  private static final String EXAMPLE =
      """
      {"item":"6","quote":"新建2所幼儿园","targets":[{"confidence":0.9,"doubts":[],
        "target":{"id":"320404-2023.6.2","title":"新建幼儿园","kind":"quantity","operator":"=","value":2,"unit":"所"}}]}
      """;

  @Inject Rereading rereading;
  @Inject Caller caller;

  /** On a virtual thread, because reading is waited for. */
  @GET
  @RunOnVirtualThread
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_PLANNER})
  @Operation(
      summary = "What the marked words may promise",
      description = "Nothing is kept; post the one that is right to `…/review/proposals`.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Rereading.Marked.class),
              examples = @ExampleObject(name = "marked", value = EXAMPLE)))
  @APIResponse(responseCode = "400", description = "Outside the text, or above 2,000 characters")
  public Rereading.Marked read(
      @Parameter(example = "320404-2023") @PathParam("plan") String plan,
      @Parameter(description = "First character, in UTF-16 code units", example = "40")
          @QueryParam("start")
          int start,
      @Parameter(description = "Behind the last character", example = "48") @QueryParam("end")
          int end) {
    PlanId id = PlanId.of(plan);
    caller.requireDistrict(id.district());
    return rereading.read(id, start, end);
  }
}
