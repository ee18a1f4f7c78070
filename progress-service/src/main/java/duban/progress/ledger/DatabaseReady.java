package duban.progress.ledger;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers, since that is all an append needs. Kafka and the relay are
 * shown beside it: while they are behind, events are taken and sent later.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements AsyncHealthCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Pool pool;
  private final LedgerMeters meters;
  private final Producer<String, String> producer;

  DatabaseReady(Pool pool, LedgerMeters meters, Producer<String, String> producer) {
    this.pool = pool;
    this.meters = meters;
    this.producer = producer;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return pool.query("select 1")
        .execute()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(answered -> response().up().build())
        .onFailure()
        .recoverWithItem(failure -> response().down().withData("why", why(failure)).build());
  }

  private HealthCheckResponseBuilder response() {
    return HealthCheckResponse.named("database")
        .withData("relayLagEvents", meters.relayLag())
        .withData("kafkaConnections", kafkaConnections());
  }

  private long kafkaConnections() {
    return producer.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("connection-count"))
        .map(metric -> metric.metricValue() instanceof Double open ? open.longValue() : 0L)
        .findFirst()
        .orElse(0L);
  }

  private static String why(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
