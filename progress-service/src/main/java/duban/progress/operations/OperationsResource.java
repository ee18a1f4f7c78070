package duban.progress.operations;

import duban.door.Outage;
import duban.door.Roles;
import duban.door.RunningProcess;
import duban.ledger.relay.Broker;
import duban.ledger.relay.Relay;
import duban.ledger.relay.RelayStatus;
import duban.progress.ledger.LedgerSettings;
import duban.progress.replica.Held;
import duban.progress.replica.PlanFeed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How progress-service runs. */
@Path("/api/v1/operations/progress")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CITY_ADMIN)
@Tag(name = "Operations", description = "运行状况与死信 · How the system runs, and its dead letters")
public class OperationsResource {

  private final RunningProcess process;
  private final Relay relay;
  private final PlanFeed plans;
  private final Broker broker;

  OperationsResource(RunningProcess process, Relay relay, PlanFeed plans, LedgerSettings settings) {
    this.process = process;
    this.relay = relay;
    this.plans = plans;
    this.broker = new Broker(settings.kafka());
  }

  /**
   * How progress-service runs.
   *
   * @param relay left out while the database does not answer
   * @param held ledgers of plans that wait for plans-service
   */
  @Schema(name = "ProgressOperations")
  public record View(
      RunningProcess.View process,
      boolean databaseAnswers,
      Broker.Answer kafka,
      @Nullable RelayStatus relay,
      List<Held> held) {}

  /** On a virtual thread: it waits for Kafka and for the database. */
  @GET
  @RunOnVirtualThread
  @Operation(
      summary =
          "How progress-service runs, how far Kafka has its ledgers, which plans it waits for",
      description = "It answers while its database or Kafka is away, and says so.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = View.class),
              examples =
                  @ExampleObject(
                      name = "current",
                      value =
                          """
                          {"process":{"service":"progress-service","version":"0.1.0","startedAt":"2026-01-20T01:00:00Z",\
                          "uptimeSeconds":3600,"heapBytes":73400320,"heapMostBytes":268435456},\
                          "databaseAnswers":true,"kafka":{"answers":true,"brokers":1},\
                          "relay":{"topic":"duban.progress","unsent":0,"ledgers":[]},"held":[]}
                          """)))
  public View operations() {
    Broker.Answer kafka = broker.ask();
    @Nullable RelayStatus status = Outage.orNull(relay.status());
    return new View(process.view(), status != null, kafka, status, plans.held());
  }
}
