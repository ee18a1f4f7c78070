package duban.plans.plan;

import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was published stays readable for ever. */
@Path("/api/v1/plans/{plan}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Plans")
public class RevisionResource {

  @Inject DraftStore drafts;
  @Inject PlanLog log;
  @Inject Caller caller;

  @GET
  @Operation(summary = "The revisions of a plan, without their contents")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = RevisionView.All.class),
              examples = @ExampleObject(name = "revisions", value = PlanExamples.REVISIONS)))
  public Uni<RevisionView.All> all(
      @Parameter(example = "320412-2022") @PathParam("plan") String plan) {
    PlanId id = visible(plan);
    return history(id)
        .map(history ->
            new RevisionView.All(
                plan,
                history.revisions().stream()
                    .map(revision -> RevisionView.of(id, revision, null))
                    .toList()));
  }

  @GET
  @Path("/{number}")
  @Operation(summary = "One revision, as it was published")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = RevisionView.class),
              examples = @ExampleObject(name = "revision", value = PlanExamples.REVISION)))
  @APIResponse(responseCode = "404", description = "No such revision")
  public Uni<RevisionView> one(
      @Parameter(example = "320412-2022") @PathParam("plan") String plan,
      @Parameter(example = "1") @PathParam("number") int number) {
    PlanId id = visible(plan);
    return history(id)
        .map(history -> history.revision(number).orElseThrow(() -> notFound(plan, number)))
        .chain(revision ->
            log.content(id, number)
                .map(content -> RevisionView.of(id, revision, content.orElse(null))));
  }

  private Uni<PlanHistory> history(PlanId id) {
    return drafts.find(id).chain(draft -> log.of(id));
  }

  private PlanId visible(String plan) {
    PlanId id = PlanId.of(plan);
    caller.requireDistrict(id.district());
    return id;
  }

  private static ProblemException notFound(String plan, int number) {
    return ProblemException.of(
        ProblemType.NOT_FOUND,
        "计划 " + plan + " 没有第 " + number + " 次修订。",
        "Plan " + plan + " has no revision " + number + ".");
  }
}
