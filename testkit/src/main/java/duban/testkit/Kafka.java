package duban.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * How to reach a real Kafka broker, which makes topics that it does not know with one partition.
 * Crash tests use {@link CrashableKafka} instead.
 */
public record Kafka(String bootstrapServers) {

  private static final int WAIT_SECONDS = 30;

  /** The one that all tests of this JVM share; started at the first call. */
  public static Kafka shared() {
    return new Kafka(OncePerJvm.get("kafka", () -> start().bootstrapServers()));
  }

  /** Makes an empty topic of this name; one that was there before is deleted with all it held. */
  public String createTopic(String name, int partitions) {
    try (Admin admin = admin()) {
      delete(admin, List.of(name));
      createWhenDeleted(admin, new NewTopic(name, Optional.of(partitions), Optional.of((short) 1)));
      return name;
    }
  }

  public Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000));
  }

  private static Kafka start() {
    return ContainerEngine.answers() ? Containers.kafka() : CrashableKafka.start().address();
  }

  private static void delete(Admin admin, Collection<String> names) {
    Set<String> known = await(admin.listTopics().names());
    List<String> doomed = names.stream().filter(known::contains).toList();
    if (!doomed.isEmpty()) {
      await(admin.deleteTopics(doomed).all());
    }
  }

  /** A deletion is acknowledged before the name is free. */
  private static void createWhenDeleted(Admin admin, NewTopic topic) {
    for (int attempt = 1; ; attempt++) {
      try {
        await(admin.createTopics(List.of(topic)).all());
        return;
      } catch (IllegalStateException refused) {
        if (attempt == 100 || !(refused.getCause() instanceof TopicExistsException)) {
          throw refused;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  private static <T> T await(Future<T> answer) {
    try {
      return answer.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("Kafka refused", failed.getCause());
    } catch (TimeoutException silent) {
      throw new IllegalStateException("Kafka does not answer", silent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
