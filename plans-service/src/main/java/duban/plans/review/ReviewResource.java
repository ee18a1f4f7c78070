package duban.plans.review;

import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.plans.plan.PlanId;
import duban.plans.review.Reviews.Reviewer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where people check what was read from a plan's document. */
@Path("/api/v1/plans/{plan}/review")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review", description = "从文件读出的计划，逐条核对 · Plans that were read from documents")
public class ReviewResource {

  private static final int MOST_DECISIONS = 2_000;

  @Inject Reviews reviews;
  @Inject Caller caller;

  @GET
  @RolesAllowed({
    Roles.CITY_ADMIN,
    Roles.CITY_VIEWER,
    Roles.DISTRICT_PLANNER,
    Roles.DISTRICT_REPORTER,
    Roles.DISTRICT_VIEWER
  })
  @Operation(summary = "The document beside what was read from it")
  @APIResponse(
      responseCode = "200",
      description = "With the plan's ETag",
      content =
          @Content(
              schema = @Schema(implementation = ReviewView.class),
              examples = @ExampleObject(name = "review", value = ReviewExamples.REVIEW)))
  @APIResponse(responseCode = "404", description = "The draft comes from no document")
  public Uni<Response> view(@Parameter(example = "320404-2023") @PathParam("plan") String plan) {
    return reviews
        .view(visible(plan))
        .map(view -> Response.ok(view).header(HttpHeaders.ETAG, view.etag()).build());
  }

  @POST
  @Path("/decisions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_PLANNER})
  @Operation(
      summary = "Accept, edit, reject, reopen or map proposals",
      description =
          "All of them are kept, or none. What is accepted or edited is in the draft at once, what"
              + " is not is out of it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Decision.Several.class),
              examples = @ExampleObject(name = "decisions", value = ReviewExamples.DECISIONS)))
  @APIResponse(
      responseCode = "200",
      description = "With the new ETag",
      content =
          @Content(
              schema = @Schema(implementation = ChangeView.class),
              examples = @ExampleObject(name = "change", value = ReviewExamples.CHANGE)))
  @APIResponse(responseCode = "412", description = "Changed meanwhile")
  @APIResponse(responseCode = "422", description = "A decision does not fit; errors says where")
  @APIResponse(responseCode = "428", description = "Without If-Match")
  public Uni<Response> decide(
      @Parameter(example = "320404-2023") @PathParam("plan") String plan,
      @Parameter(description = "The ETag last read", example = "\"d1-r0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte[] body) {
    PlanId id = visible(plan);
    Decision.Several wanted = StrictJson.read(body, Decision.Several.class);
    requireSome(wanted);
    return reviews
        .decide(id, wanted.decisions(), reviewer(ifMatch))
        .map(view -> answer(Response.ok(), view));
  }

  @POST
  @Path("/proposals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_PLANNER})
  @Operation(
      summary = "Add a target by marking the words that state it",
      description = "Its id is the item's next; it is in the draft at once.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Marking.class),
              examples = @ExampleObject(name = "marking", value = ReviewExamples.MARKING)))
  @APIResponse(
      responseCode = "201",
      description = "With the new ETag",
      content =
          @Content(
              schema = @Schema(implementation = ChangeView.class),
              examples = @ExampleObject(name = "change", value = ReviewExamples.CHANGE)))
  @APIResponse(responseCode = "412", description = "Changed meanwhile")
  @APIResponse(responseCode = "422", description = "The target or the place does not fit")
  @APIResponse(responseCode = "428", description = "Without If-Match")
  public Uni<Response> mark(
      @Parameter(example = "320404-2023") @PathParam("plan") String plan,
      @Parameter(description = "The ETag last read", example = "\"d1-r0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte[] body) {
    return reviews
        .mark(visible(plan), StrictJson.read(body, Marking.class), reviewer(ifMatch))
        .map(view -> answer(Response.status(Response.Status.CREATED), view));
  }

  @PUT
  @Path("/titles")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_PLANNER})
  @Operation(summary = "Give the plan, sections or items other titles")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Titles.class),
              examples = @ExampleObject(name = "titles", value = ReviewExamples.TITLES)))
  @APIResponse(
      responseCode = "200",
      description = "With the new ETag",
      content =
          @Content(
              schema = @Schema(implementation = ChangeView.class),
              examples = @ExampleObject(name = "change", value = ReviewExamples.CHANGE)))
  @APIResponse(responseCode = "412", description = "Changed meanwhile")
  @APIResponse(responseCode = "422", description = "A title does not fit; errors says which")
  @APIResponse(responseCode = "428", description = "Without If-Match")
  public Uni<Response> title(
      @Parameter(example = "320404-2023") @PathParam("plan") String plan,
      @Parameter(description = "The ETag last read", example = "\"d1-r0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte[] body) {
    return reviews
        .title(visible(plan), StrictJson.read(body, Titles.class), reviewer(ifMatch))
        .map(view -> answer(Response.ok(), view));
  }

  private PlanId visible(String plan) {
    PlanId id = PlanId.of(plan);
    caller.requireDistrict(id.district());
    return id;
  }

  private Reviewer reviewer(@Nullable String ifMatch) {
    return new Reviewer(caller.subject(), ifMatch);
  }

  private static void requireSome(Decision.Several wanted) {
    int count = wanted.decisions().size();
    if (count < 1 || count > MOST_DECISIONS) {
      throw ProblemException.at(
          ProblemType.INVALID_REQUEST,
          "/decisions",
          "应有 1 至 " + MOST_DECISIONS + " 项。",
          "Must have 1 to " + MOST_DECISIONS + " entries.");
    }
  }

  private static Response answer(Response.ResponseBuilder response, ChangeView view) {
    return response.header(HttpHeaders.ETAG, view.etag()).entity(view).build();
  }
}
