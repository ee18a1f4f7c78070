package duban.ledger.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kafka answers. A producer's connections do not tell: it keeps none while nothing is to be
 * sent. So it is asked, at most every few seconds however many want to know.
 */
public final class Broker {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration REMEMBERED = Duration.ofSeconds(3);

  private final String bootstrapServers;
  private Instant askedAt = Instant.EPOCH;
  private Answer last = new Answer(false, 0, "not asked yet");

  public Broker(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * @param brokers how many are up
   * @param why it does not answer; null when it does
   */
  public record Answer(boolean answers, int brokers, @Nullable String why) {}

  /** Blocks, for some seconds at most. */
  public synchronized Answer ask() {
    if (askedAt.plus(REMEMBERED).isBefore(Instant.now())) {
      last = asked();
      askedAt = Instant.now();
    }
    return last;
  }

  private Answer asked() {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() - 500,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() - 200);
    try (Admin admin = Admin.create(settings)) {
      int brokers =
          admin.describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).size();
      return new Answer(true, brokers, null);
    } catch (ExecutionException e) {
      return new Answer(false, 0, String.valueOf(e.getCause()));
    } catch (TimeoutException | KafkaException e) {
      return new Answer(false, 0, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(false, 0, "interrupted");
    }
  }
}
