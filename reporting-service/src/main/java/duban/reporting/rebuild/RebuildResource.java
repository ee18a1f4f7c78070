package duban.reporting.rebuild;

import duban.door.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Building the projections anew, on demand. */
@Path("/api/v1/projection/rebuild")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projection")
public class RebuildResource {

  private static final String NDJSON = "application/x-ndjson";

  private final Rebuilds rebuilds;
  private final Serving serving;

  RebuildResource(Rebuilds rebuilds, Serving serving) {
    this.rebuilds = rebuilds;
    this.serving = serving;
  }

  /** Answers as soon as it has begun; a line a second is for whoever asks for lines. */
  @POST
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "Builds all projections anew from the ledgers, beside the running ones",
      description =
          "Reports and streams go on meanwhile. Where one is running already, that one is told of."
              + " It does not stop when the caller goes away. With Accept: application/x-ndjson"
              + " the answer is a line a second and last the result, which says whether the"
              + " rebuilt tables are identical to the old ones.")
  public Uni<RebuildState> rebuild() {
    return begun().chain(no -> rebuilds.follow(no).toUni());
  }

  @POST
  @Produces(NDJSON)
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(hidden = true)
  public Multi<RebuildState> rebuildTelling() {
    return begun().onItem().transformToMulti(rebuilds::follow);
  }

  /** On a worker thread: it waits for connections of its own to be opened. */
  private Uni<Long> begun() {
    return Uni.createFrom()
        .item(() -> rebuilds.begin(serving.hasBegun()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  @GET
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "How the running rebuild stands, or how the last one ended",
      description = "204 where there has been none yet.")
  @APIResponse(
      responseCode = "200",
      description = "The running one, or the last",
      content = @Content(schema = @Schema(implementation = RebuildState.class)))
  @APIResponse(responseCode = "204", description = "There has been none yet")
  public Uni<@Nullable RebuildState> last() {
    return rebuilds.last();
  }
}
