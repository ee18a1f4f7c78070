package duban.testkit;

import duban.contracts.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * For a Quarkus test of a whole service: a fresh database, empty topics and checked tokens, as the
 * launcher would configure them.
 *
 * <p>Init arguments: {@code database} is the start of the database's name (default "duban"); any
 * other, such as DUBAN_TODAY, is passed on to the service as it is.
 */
public final class RealInfrastructure implements QuarkusTestResourceLifecycleManager {

  private static final int PARTITIONS = 3;

  private final Map<String, String> passedOn = new HashMap<>();
  private String database = "duban";

  @Override
  public void init(Map<String, String> arguments) {
    passedOn.putAll(arguments);
    String named = passedOn.remove("database");
    if (named != null) {
      database = named;
    }
  }

  @Override
  public Map<String, String> start() {
    // A thread of its own inherits the test's class loader; the common pool's would load Kafka
    // twice.
    CompletableFuture<Kafka> broker =
        CompletableFuture.supplyAsync(RealInfrastructure::emptyTopics, Thread::startVirtualThread);
    Map<String, String> settings = new HashMap<>(LocalIssuer.settings());
    settings.putAll(databaseSettings());
    settings.put("DUBAN_KAFKA", broker.join().bootstrapServers());
    settings.putAll(passedOn);
    return ConfigKeys.bothSpellings(settings);
  }

  @Override
  public void stop() {
    // The servers live as long as the JVM: the next test class takes them over at no cost.
  }

  private Map<String, String> databaseSettings() {
    Postgres postgres = Postgres.shared();
    return Map.of(
        "DUBAN_DB_HOST", postgres.host(),
        "DUBAN_DB_PORT", Integer.toString(postgres.port()),
        "DUBAN_DB_NAME", postgres.freshDatabase(database),
        "DUBAN_DB_USER", postgres.user(),
        "DUBAN_DB_PASSWORD", postgres.password());
  }

  /** A fresh database knows no event, so a topic must not hold those of the test before. */
  private static Kafka emptyTopics() {
    Kafka kafka = Kafka.shared();
    List.of(Topics.PLANS, Topics.PROGRESS).forEach(topic -> kafka.createTopic(topic, PARTITIONS));
    return kafka;
  }
}
