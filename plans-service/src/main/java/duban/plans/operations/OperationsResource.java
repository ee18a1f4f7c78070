package duban.plans.operations;

import duban.door.Outage;
import duban.door.Roles;
import duban.door.RunningProcess;
import duban.ledger.relay.Broker;
import duban.ledger.relay.Relay;
import duban.ledger.relay.RelayStatus;
import duban.plans.publication.PublicationConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.jspecify.annotations.Nullable;

/** How plans-service runs. */
@Path("/api/v1/operations/plans")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CITY_ADMIN)
@Tag(name = "Operations", description = "运行状况与死信 · How the system runs, and its dead letters")
public class OperationsResource {

  private final RunningProcess process;
  private final Relay relay;
  private final Broker broker;

  OperationsResource(RunningProcess process, Relay relay, PublicationConfig config) {
    this.process = process;
    this.relay = relay;
    this.broker = new Broker(config.kafka());
  }

  /**
   * How plans-service runs.
   *
   * @param relay left out while the database does not answer
   */
  @Schema(name = "PlansOperations")
  public record View(
      RunningProcess.View process,
      boolean databaseAnswers,
      Broker.Answer kafka,
      @Nullable RelayStatus relay) {}

  /** On a virtual thread: it waits for Kafka and for the database. */
  @GET
  @RunOnVirtualThread
  @Operation(
      summary = "How plans-service runs, and how far Kafka has its ledgers",
      description = "It answers while its database or Kafka is away, and says so.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = View.class),
              examples =
                  @ExampleObject(
                      name = "behind",
                      value =
                          """
                          {"process":{"service":"plans-service","version":"0.1.0","startedAt":"2026-01-20T01:00:00Z",\
                          "uptimeSeconds":3600,"heapBytes":73400320,"heapMostBytes":268435456},\
                          "databaseAnswers":true,"kafka":{"answers":false,"brokers":0,"why":"timed out"},\
                          "relay":{"topic":"duban.plans","unsent":1,\
                          "ledgers":[{"ledger":"plans/320412","seq":3,"sent":2}],\
                          "trouble":{"since":"2026-01-20T01:59:00Z","why":"Kafka did not acknowledge plans/320412"}}}
                          """)))
  public View operations() {
    Broker.Answer kafka = broker.ask();
    @Nullable RelayStatus status = Outage.orNull(relay.status());
    return new View(process.view(), status != null, kafka, status);
  }
}
