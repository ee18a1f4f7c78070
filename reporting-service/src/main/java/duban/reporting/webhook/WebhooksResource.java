package duban.reporting.webhook;

import duban.door.Caller;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.reporting.question.Asked;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Webhooks: a district's planner keeps its own, the bureau everybody's. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_PLANNER})
@Tag(
    name = "Webhooks",
    description = "主动推送：有变化时通知区县自己的系统 · Messages to your own system when something changes")
public class WebhooksResource {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  @Inject Caller caller;
  @Inject Webhooks webhooks;

  /** A webhook to be made. */
  @Schema(name = "WebhookWanted")
  public record Wanted(String url, String scope, List<String> events) {}

  /** What is to be changed; what is left out stays. */
  @Schema(name = "WebhookChange")
  public record Changed(
      @Nullable String url, @Nullable List<String> events, @Nullable Boolean enabled) {}

  public record WebhooksView(List<Webhook> webhooks) {}

  /**
   * @param next the cursor to give as {@code after} for older messages; absent at the end
   */
  public record LogView(List<DeliveryRow> deliveries, @Nullable String next) {}

  @POST
  @ResponseStatus(201)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes a webhook; its secret is shown this once")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
  @APIResponseSchema(
      value = Webhooks.WithSecret.class,
      responseCode = "201",
      responseDescription = "Made")
  public Uni<Webhooks.WithSecret> create(byte[] body) {
    Wanted wanted = StrictJson.read(body, Wanted.class);
    caller.requireDistrict(wanted.scope());
    return webhooks.create(wanted.scope(), wanted.url(), wanted.events(), caller.subject());
  }

  @GET
  @Operation(summary = "The webhooks of a scope")
  public Uni<WebhooksView> list(@QueryParam("scope") @Nullable String scope) {
    String ofScope = Asked.scope(scope, caller);
    caller.requireDistrict(ofScope);
    return webhooks.of(List.of(ofScope)).map(WebhooksView::new);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One webhook")
  public Uni<Webhook> one(@PathParam("id") String id) {
    return own(id);
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes a webhook, or turns it on or off")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Changed.class)))
  public Uni<Webhook> change(@PathParam("id") String id, byte[] body) {
    Changed changed = StrictJson.read(body, Changed.class);
    return own(id)
        .chain(
            before -> webhooks.change(before, changed.url(), changed.events(), changed.enabled()));
  }

  @POST
  @Path("/{id}/secret")
  @Operation(summary = "Gives a webhook another secret, which is shown this once")
  public Uni<Webhooks.WithSecret> rotate(@PathParam("id") String id) {
    return own(id).chain(webhook -> webhooks.rotate(webhook.id()));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Takes a webhook away, with its log")
  public Uni<Void> delete(@PathParam("id") String id) {
    return own(id).chain(webhook -> webhooks.delete(webhook.id()));
  }

  @GET
  @Path("/{id}/deliveries")
  @Operation(summary = "A webhook's messages, the newest first, with how each was answered")
  public Uni<LogView> log(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    int most = Asked.limit(limit, USUAL, MOST);
    return own(id)
        .chain(webhook -> webhooks.log(webhook.id(), after, most + 1))
        .map(rows -> {
          List<DeliveryRow> page = rows.subList(0, Math.min(most, rows.size()));
          return new LogView(page, rows.size() > most ? page.getLast().id() : null);
        });
  }

  @POST
  @Path("/{id}/deliveries/{delivery}/redeliver")
  @ResponseStatus(202)
  @Operation(summary = "Sends a message again")
  @APIResponse(responseCode = "202", description = "It will be sent")
  public Uni<Void> again(@PathParam("id") String id, @PathParam("delivery") String delivery) {
    return own(id).chain(webhook -> webhooks.again(webhook.id(), delivery));
  }

  /** Who may not see a scope learns nothing of its webhooks but that they are not theirs. */
  private Uni<Webhook> own(String id) {
    return webhooks.one(id).invoke(webhook -> caller.requireDistrict(webhook.scope()));
  }
}
