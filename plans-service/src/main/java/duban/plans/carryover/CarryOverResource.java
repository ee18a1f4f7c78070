package duban.plans.carryover;

import duban.door.Caller;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.plans.carryover.CarryingOver.Answer;
import duban.plans.carryover.CarryingOver.Done;
import duban.plans.plan.PlanId;
import duban.plans.plan.PlanLife.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Carrying over, over HTTP. */
@Path("/api/v1/plans/{plan}/carry-over")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
public class CarryOverResource {

  private static final String WISH =
      """
      {"targets":["320412-2022.6.1"],"remaining":{"320412-2022.6.1":1200}}
      """;

  private static final String DONE =
      """
      {"plan":"320412-2023","carried":[{"from":"320412-2022.6.1","to":"320412-2023.6.1"}],"skipped":[],
       "draft":{"plan":"320412-2023","district":"320412","year":2023,"state":"draft","revision":null,
        "editedAt":"2022-12-20T01:00:00.000Z","editedBy":"wj-planner","warnings":[],
        "draft":{"district":"320412","year":2023,"title":"武进区教育工作要点（2023 年）","sections":[]},
        "etag":"\\"d0-r0\\""}}
      """;

  @Inject CarryingOver carrying;
  @Inject Caller caller;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_PLANNER})
  @Operation(
      summary = "Carry targets over into next year's draft",
      description =
          "Next year's plan is begun with the same items if there is none. Each target gets a new"
              + " id and says which one it continues; what the draft continues already is skipped."
              + " `all` carries whatever the plan promises, what was achieved too: which targets are"
              + " open their lights say. Works on a closed plan too.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Wish.class),
              examples = @ExampleObject(name = "some", value = WISH)))
  @APIResponse(
      responseCode = "201",
      description = "Next year's plan was begun, with Location and ETag",
      content =
          @Content(
              schema = @Schema(implementation = Done.class),
              examples = @ExampleObject(name = "begun", value = DONE)))
  @APIResponse(responseCode = "200", description = "Added to it, with its ETag")
  @APIResponse(responseCode = "409", description = "Never published, or next year's is in review")
  @APIResponse(responseCode = "412", description = "If-Match names an old draft of next year")
  @APIResponse(responseCode = "422", description = "No such target, or next year's is closed")
  public Uni<Response> carry(
      @Parameter(example = "320412-2022") @PathParam("plan") String plan,
      @Parameter(description = "The ETag of next year's plan", example = "\"d0-r0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte[] body) {
    PlanId id = PlanId.of(plan);
    caller.requireDistrict(id.district());
    Wish wish = StrictJson.read(body, Wish.class);
    return carrying
        .carry(id, wish, new Actor(caller.subject(), ifMatch))
        .map(CarryOverResource::answer);
  }

  private static Response answer(Answer answer) {
    URI next = URI.create("/api/v1/plans/" + answer.done().plan());
    return (answer.created() ? Response.created(next) : Response.ok())
        .header(HttpHeaders.ETAG, answer.done().draft().etag())
        .entity(answer.done())
        .build();
  }
}
