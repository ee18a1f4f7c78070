package duban.door;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.time.LocalDate;
import java.util.Map;

/** A few endpoints to knock at. */
@Path("/porch")
@Produces("application/json")
public class PorchResource {

  @Inject Caller caller;

  @GET
  @RolesAllowed(Roles.DISTRICT_PLANNER)
  public Uni<Map<String, Object>> who(@QueryParam("year") int year) {
    return Uni.createFrom()
        .item(
            Map.of(
                "subject", caller.subject(),
                "wujin", caller.covers("320412"),
                "liyang", caller.covers("320481"),
                "language", caller.language(),
                "year", year));
  }

  @GET
  @Path("/unannotated")
  public String unannotated() {
    return "{}";
  }

  @GET
  @Path("/liyang")
  @RolesAllowed(Roles.DISTRICT_PLANNER)
  public String liyang() {
    caller.requireDistrict("320481");
    return "{}";
  }

  @GET
  @Path("/bug")
  @RolesAllowed(Roles.DISTRICT_PLANNER)
  public String bug() {
    throw new IllegalStateException("a secret of the inside");
  }

  @GET
  @Path("/outage")
  @RolesAllowed(Roles.DISTRICT_PLANNER)
  public Uni<String> outage() {
    var refused = new ConnectException("Connection refused: /127.0.0.1:5432");
    return Uni.createFrom().failure(new IllegalStateException("cannot open a session", refused));
  }

  @POST
  @Path("/bound")
  @Consumes("application/json")
  @RolesAllowed(Roles.DISTRICT_PLANNER)
  public Uni<Figure> bound(Figure figure) {
    return Uni.createFrom().item(figure);
  }

  @POST
  @Path("/bytes")
  @Consumes("application/json")
  @RolesAllowed(Roles.DISTRICT_PLANNER)
  public Uni<Figure> bytes(byte[] body) {
    return Uni.createFrom().item(StrictJson.read(body, Figure.class));
  }

  /** What the endpoints take. */
  public record Figure(LocalDate on, BigDecimal value) {}
}
