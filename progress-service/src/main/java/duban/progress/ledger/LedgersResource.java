package duban.progress.ledger;

import duban.door.Roles;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All progress ledgers under one address, for the city and for services that follow them. */
@Path("/api/v1/ledgers/progress")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Progress ledger")
public class LedgersResource {

  @Inject LedgerBook book;

  @GET
  @RolesAllowed({Roles.CITY_ADMIN, Roles.CITY_VIEWER})
  @Operation(summary = "Where each progress ledger stands")
  public Uni<HeadView.Several> heads() {
    return book.heads();
  }

  @GET
  @Path("/{code}")
  @Operation(summary = "Where one progress ledger stands")
  public Uni<HeadView> head(@PathParam("code") String code) {
    return book.head(code);
  }

  @GET
  @Path("/{code}/events")
  @Operation(summary = "A progress ledger's events, in order")
  public Uni<EventPage> events(
      @PathParam("code") String code,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return book.events(code, PageRequest.of(after, limit), null);
  }
}
