package duban.plans.plan;

import duban.contracts.Text;
import duban.contracts.plan.Plan;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.plans.plan.PlanLife.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Drafts and what is published of them. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Plans", description = "工作要点：草稿、修订、办结 · Drafts, revisions, closing")
public class PlanResource {

  private static final int MOST_ON_A_PAGE = 200;

  @Inject PlanLife life;
  @Inject PlanIndex index;
  @Inject Caller caller;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_PLANNER})
  @Operation(
      summary = "Hand in the draft of a district's plan for a year",
      description = "All faults are named at once, each with a pointer into the body.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Plan.class),
              examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
  @APIResponse(
      responseCode = "201",
      description = "The draft, with Location and ETag",
      content =
          @Content(
              schema = @Schema(implementation = PlanView.class),
              examples = @ExampleObject(name = "draft", value = PlanExamples.DRAFT)))
  @APIResponse(responseCode = "409", description = "There is one for that district and year")
  @APIResponse(responseCode = "422", description = "The plan is wrong; errors says where")
  public Uni<Response> create(byte[] body) {
    Plan content = StrictJson.read(body, Plan.class);
    caller.requireDistrict(content.district());
    return life.create(content, actor(null))
        .map(view -> answer(Response.created(address(view.plan())), view));
  }

  @GET
  @Operation(summary = "The plans of your districts, by id")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = PlanPage.class),
              examples = @ExampleObject(name = "page", value = PlanExamples.PAGE)))
  public Uni<PlanPage> list(
      @Parameter(description = "Of this district or those below it", example = "320400")
          @QueryParam("district")
          @Nullable String district,
      @Parameter(description = "Of this year", example = "2022") @QueryParam("year")
          @Nullable Integer year,
      @Parameter(description = "Plans past this one", example = "320402-2022")
          @QueryParam("after")
          @DefaultValue("")
          String after,
      @Parameter(description = "At most so many; up to 200", example = "50")
          @QueryParam("limit")
          @DefaultValue("50")
          int limit) {
    if (district != null) {
      caller.requireDistrict(district);
    }
    int size = Math.clamp(limit, 1, MOST_ON_A_PAGE);
    return index.page(new PlanIndex.Query(caller.districts(), district, year, after, size));
  }

  @GET
  @Path("/{plan}")
  @Operation(summary = "A plan: what is published, and what is being edited")
  @APIResponse(
      responseCode = "200",
      description = "With ETag",
      content =
          @Content(
              schema = @Schema(implementation = PlanView.class),
              examples = @ExampleObject(name = "draft", value = PlanExamples.DRAFT)))
  @APIResponse(responseCode = "404", description = "No such plan")
  public Uni<Response> one(@Parameter(example = "320412-2022") @PathParam("plan") String plan) {
    return life.view(visible(plan)).map(view -> answer(Response.ok(), view));
  }

  @PUT
  @Path("/{plan}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_PLANNER})
  @Operation(
      summary = "Edit the draft",
      description = "What is published stays as it is until the draft is published too.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Plan.class),
              examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
  @APIResponse(
      responseCode = "200",
      description = "With ETag",
      content =
          @Content(
              schema = @Schema(implementation = PlanView.class),
              examples = @ExampleObject(name = "draft", value = PlanExamples.DRAFT)))
  @APIResponse(responseCode = "412", description = "Changed by somebody else")
  @APIResponse(responseCode = "422", description = "The plan is wrong, or closed")
  @APIResponse(responseCode = "428", description = "Without If-Match")
  public Uni<Response> edit(
      @Parameter(example = "320412-2022") @PathParam("plan") String plan,
      @Parameter(description = "The ETag last read", example = "\"d0-r0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte[] body) {
    PlanId id = visible(plan);
    Plan content = StrictJson.read(body, Plan.class);
    requireSame(id, content);
    return life.edit(id, content, actor(ifMatch)).map(view -> answer(Response.ok(), view));
  }

  @POST
  @Path("/{plan}/publish")
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "Publish the draft as the next revision",
      description =
          "Revision 1, or an amendment. The draft must fit the catalogue. If-Match makes sure that"
              + " what you read is what you publish. Without a change since the last revision"
              + " nothing happens and the answer is 200.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Reason.class),
              examples = @ExampleObject(name = "reason", value = PlanExamples.REASON)))
  @APIResponse(
      responseCode = "201",
      description = "A new revision, at Location",
      content =
          @Content(
              schema = @Schema(implementation = PlanView.class),
              examples = @ExampleObject(name = "published", value = PlanExamples.PUBLISHED)))
  @APIResponse(responseCode = "200", description = "It was published already")
  @APIResponse(responseCode = "409", description = "Somebody else published meanwhile")
  @APIResponse(responseCode = "422", description = "The plan does not fit, or is closed")
  public Uni<Response> publish(
      @Parameter(example = "320412-2022") @PathParam("plan") String plan,
      @Parameter(description = "The ETag last read", example = "\"d0-r0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte @Nullable [] body) {
    PlanId id = visible(plan);
    return life.publish(id, Reason.in(body), actor(ifMatch))
        .map(published -> answer(response(id, published.made()), published.view()));
  }

  @POST
  @Path("/{plan}/close")
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "Close the plan for good",
      description = "No more reports are taken for it, and it cannot be amended.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Reason.class),
              examples = @ExampleObject(name = "reason", value = PlanExamples.REASON)))
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = PlanView.class),
              examples = @ExampleObject(name = "closed", value = PlanExamples.CLOSED)))
  @APIResponse(responseCode = "409", description = "Never published, or amended meanwhile")
  public Uni<Response> close(
      @Parameter(example = "320412-2022") @PathParam("plan") String plan,
      @Parameter(description = "The ETag last read", example = "\"d0-r1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte @Nullable [] body) {
    return life.close(visible(plan), Reason.in(body), actor(ifMatch))
        .map(view -> answer(Response.ok(), view));
  }

  private PlanId visible(String plan) {
    PlanId id = PlanId.of(plan);
    caller.requireDistrict(id.district());
    return id;
  }

  private Actor actor(@Nullable String ifMatch) {
    return new Actor(caller.subject(), ifMatch);
  }

  private static void requireSame(PlanId id, Plan content) {
    if (!content.district().equals(id.district())) {
      throw moved("/district", id.district());
    }
    if (content.year() != id.year()) {
      throw moved("/year", Integer.toString(id.year()));
    }
  }

  private static ProblemException moved(String pointer, String kept) {
    FieldProblem fault = FieldProblem.at(pointer, "应为 " + kept + "。", "Must be " + kept + ".");
    return new ProblemException(
        new Problem(
            ProblemType.INVALID_PLAN,
            new Text("计划不能换区县或年度。", "A plan keeps its district and year."),
            List.of(fault)));
  }

  private static Response.ResponseBuilder response(PlanId id, OptionalInt made) {
    return made.isPresent()
        ? Response.created(URI.create(address(id.text()) + "/revisions/" + made.getAsInt()))
        : Response.ok();
  }

  private static URI address(String plan) {
    return URI.create("/api/v1/plans/" + plan);
  }

  private static Response answer(Response.ResponseBuilder response, PlanView view) {
    return response.header(HttpHeaders.ETAG, view.etag()).entity(view).build();
  }
}
