package duban.gateway.api;

import duban.door.Roles;
import duban.door.RunningProcess;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the gateway runs; each service says the same of itself beside it. */
@Path("/api/v1/operations/gateway")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CITY_ADMIN)
@Tag(name = "Operations", description = "运行状况与死信 · How the system runs, and its dead letters")
public class OperationsResource {

  @Inject RunningProcess process;
  @Inject MeterRegistry meters;

  /**
   * How the gateway runs.
   *
   * @param requests under way, streams not counted
   * @param streams open, over all services
   */
  @Schema(name = "GatewayOperations")
  public record View(RunningProcess.View process, int requests, int streams) {}

  @GET
  @Operation(
      summary = "How the gateway runs, with what is under way and the streams that are open",
      description = "角色 Roles: `" + Roles.CITY_ADMIN + "`",
      operationId = "gatewayOperations")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = View.class),
              examples =
                  @ExampleObject(
                      name = "running",
                      value =
                          """
                          {"process":{"service":"gateway","version":"0.1.0","startedAt":"2026-01-20T01:00:00Z",\
                          "uptimeSeconds":3600,"heapBytes":73400320,"heapMostBytes":134217728},\
                          "requests":1,"streams":12}
                          """)))
  public View operations() {
    return new View(
        process.view(), gauge("duban.gateway.requests"), gauge("duban.gateway.streams"));
  }

  private int gauge(String name) {
    Gauge gauge = meters.find(name).gauge();
    return gauge == null ? 0 : (int) gauge.value();
  }
}
