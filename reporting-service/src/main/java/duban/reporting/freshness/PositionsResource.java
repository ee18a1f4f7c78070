package duban.reporting.freshness;

import duban.door.Roles;
import duban.reporting.projection.Positions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the projections have come. */
@Path("/api/v1/projection/positions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CITY_ADMIN, Roles.CITY_VIEWER})
@Tag(name = "Projection")
public class PositionsResource {

  @Inject Positions positions;

  /** The last applied position of every ledger. */
  public record PositionsView(Map<String, Long> positions) {}

  @GET
  @Operation(summary = "The last applied position of every ledger")
  public Uni<PositionsView> positions() {
    return positions.all().map(PositionsView::new);
  }
}
