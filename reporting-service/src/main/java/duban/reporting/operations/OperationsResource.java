package duban.reporting.operations;

import duban.contracts.Topics;
import duban.door.Outage;
import duban.door.Roles;
import duban.door.RunningProcess;
import duban.ledger.mark.Mark;
import duban.ledger.relay.Broker;
import duban.reporting.intake.IntakeState;
import duban.reporting.intake.IntakeState.Trouble;
import duban.reporting.live.LiveSettings;
import duban.reporting.projection.Positions;
import duban.reporting.rebuild.Serving;
import duban.reporting.webhook.WebhookCountStore;
import duban.reporting.webhook.WebhookCountStore.Counts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How reporting-service runs. */
@Path("/api/v1/operations/reporting")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CITY_ADMIN)
@Tag(name = "Operations", description = "运行状况与死信 · How the system runs, and its dead letters")
public class OperationsResource {

  private final RunningProcess process;
  private final Broker broker;
  private final IntakeState intake;
  private final Serving serving;
  private final Positions positions;
  private final WebhookCountStore webhooks;
  private final Pool pool;
  private final LiveSettings live;
  private final MeterRegistry meters;

  OperationsResource(
      RunningProcess process,
      @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
      IntakeState intake,
      Serving serving,
      Positions positions,
      WebhookCountStore webhooks,
      Pool pool,
      LiveSettings live,
      MeterRegistry meters) {
    this.process = process;
    this.broker = new Broker(kafka);
    this.intake = intake;
    this.serving = serving;
    this.positions = positions;
    this.webhooks = webhooks;
    this.pool = pool;
    this.live = live;
    this.meters = meters;
  }

  /**
   * How reporting-service runs.
   *
   * @param serving whether the projections of this version are built
   * @param recordedUpTo when the last event that is applied was recorded
   * @param webhooks left out while the database does not answer
   */
  @Schema(name = "ReportingOperations")
  public record View(
      RunningProcess.View process,
      boolean databaseAnswers,
      Broker.Answer kafka,
      boolean serving,
      List<Topic> intake,
      @Nullable Instant recordedUpTo,
      Streams streams,
      @Nullable Counts webhooks) {}

  /**
   * What is read of a topic.
   *
   * @param trouble why what has come cannot be applied, and since when; left out while it can
   */
  @Schema(name = "IntakeOfTopic")
  public record Topic(String topic, @Nullable Trouble trouble) {}

  /**
   * @param open live streams of this process
   * @param most as many as it takes
   */
  public record Streams(int open, int most) {}

  /** On a virtual thread: it waits for Kafka and for the database. */
  @GET
  @RunOnVirtualThread
  @Operation(
      summary = "How reporting-service runs: its intake, its streams, its webhooks",
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
                          {"process":{"service":"reporting-service","version":"0.1.0","startedAt":"2026-01-20T01:00:00Z",\
                          "uptimeSeconds":3600,"heapBytes":73400320,"heapMostBytes":268435456},\
                          "databaseAnswers":true,"kafka":{"answers":true,"brokers":1},"serving":true,\
                          "intake":[{"topic":"duban.plans"},{"topic":"duban.progress"}],\
                          "recordedUpTo":"2022-06-30T08:00:00Z","streams":{"open":3,"most":500},\
                          "webhooks":{"webhooks":2,"turnedOff":0,"failing":0,"waiting":0,"givenUp":0}}
                          """)))
  public View operations() {
    Broker.Answer kafka = broker.ask();
    @Nullable Counts counts = Outage.orNull(webhooks.count(pool));
    @Nullable Map<String, Mark> marks =
        counts == null || !serving.hasBegun() ? null : Outage.orNull(positions.marks());
    return new View(
        process.view(),
        counts != null,
        kafka,
        serving.hasBegun(),
        topics(),
        marks == null ? null : last(marks),
        new Streams(openStreams(), live.maxStreams()),
        counts);
  }

  private List<Topic> topics() {
    Map<String, Trouble> troubles = intake.troubles();
    return Stream.of(Topics.PLANS, Topics.PROGRESS)
        .map(topic -> new Topic(topic, troubles.get(topic)))
        .toList();
  }

  private static @Nullable Instant last(Map<String, Mark> marks) {
    return marks.values().stream()
        .map(Mark::recordedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private int openStreams() {
    Gauge gauge = meters.find("duban.live.streams").gauge();
    return gauge == null ? 0 : (int) gauge.value();
  }
}
