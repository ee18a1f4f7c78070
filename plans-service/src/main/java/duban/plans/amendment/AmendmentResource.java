package duban.plans.amendment;

import duban.door.Caller;
import duban.door.Roles;
import duban.plans.amendment.Changes.Told;
import duban.plans.plan.PlanId;
import io.smallrye.mutiny.Uni;
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
import org.jspecify.annotations.Nullable;

/** What an amendment changed, over HTTP. */
@Path("/api/v1/plans/{plan}/revisions/{number}/changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Plans")
public class AmendmentResource {

  private static final String EXAMPLE =
      """
      {"plan":"320412-2022","revision":2,"against":1,"reason":"年中调整","changes":{"fields":[],
       "items":{"added":[{"item":"7","title":"教师"}],"removed":[],"changed":[]},
       "targets":{"added":[],"dropped":[],"changed":[{"target":"320412-2022.6.1","title":"新增学位",
        "fields":[{"field":"value","before":6325,"after":7000}]}]}}}
      """;

  @Inject Amendments amendments;
  @Inject Caller caller;

  @GET
  @Operation(
      summary = "What a revision changed",
      description =
          "Against the one before it, unless `against` names another; 0 is nothing. Of a changed"
              + " target every field that differs, with what it said before and says now; a side"
              + " that is left out says nothing.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Told.class),
              examples = @ExampleObject(name = "changes", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such revision")
  public Uni<Told> changes(
      @Parameter(example = "320412-2022") @PathParam("plan") String plan,
      @Parameter(example = "2") @PathParam("number") int number,
      @Parameter(description = "Another revision to compare with", example = "1")
          @QueryParam("against")
          @Nullable Integer against) {
    PlanId id = PlanId.of(plan);
    caller.requireDistrict(id.district());
    return amendments.of(id, number, against);
  }
}
