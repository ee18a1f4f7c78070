package duban.local.part;

import duban.contracts.Topics;
import duban.ground.kafka.KafkaBroker;
import duban.local.home.Home;
import duban.local.home.Installation;
import duban.local.home.PortPlan;
import duban.local.process.Part;
import duban.local.process.Signals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Kafka; ready when it holds the topics. */
final class KafkaPart {

  static final String NAME = "kafka";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PARTITIONS = 6;
  private static final int ANSWER_MILLIS = 5_000;

  /** Both topics carry whole ledgers: nothing is ever dropped from them or compacted away. */
  private static final Map<String, String> KEPT =
      Map.of(
          TopicConfig.RETENTION_MS_CONFIG, "-1",
          TopicConfig.RETENTION_BYTES_CONFIG, "-1",
          TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);

  private static final List<String> LOGGING =
      List.of(
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  private KafkaPart() {}

  static Part of(Home home, PortPlan ports) {
    KafkaBroker broker =
        new KafkaBroker(
            home.kafka(),
            ports.kafka(),
            ports.kafkaController(),
            Map.of("auto.create.topics.enable", "false"));
    return new Part(
        NAME,
        ports.kafka(),
        home.log(NAME),
        () -> prepare(broker),
        () -> hasTopics(broker),
        Part.Farewell.TERMINATE,
        PATIENCE);
  }

  private static ProcessBuilder prepare(KafkaBroker broker) throws IOException {
    List<String> command =
        broker.command(Installation.java(), System.getProperty("java.class.path"), LOGGING);
    ProcessBuilder builder = new ProcessBuilder(Signals.ownSession(command));
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return builder;
  }

  private static boolean hasTopics(KafkaBroker broker) throws InterruptedException {
    if (!listens(broker.port())) {
      return false;
    }
    try (Admin admin = Admin.create(adminSettings(broker))) {
      Set<String> known = admin.listTopics().names().get();
      List<NewTopic> missing = topics().filter(topic -> !known.contains(topic.name())).toList();
      admin.createTopics(missing).all().get();
      return true;
    } catch (ExecutionException notYet) {
      return false;
    }
  }

  /** The ledgers' topics, and for each of their readers one for what it could not read. */
  private static Stream<NewTopic> topics() {
    return Stream.of(
            Topics.PLANS,
            Topics.PROGRESS,
            Topics.PLANS + ".dead-letter.progress",
            Topics.PLANS + ".dead-letter.reporting",
            Topics.PROGRESS + ".dead-letter.reporting")
        .map(name ->
            new NewTopic(name, Optional.of(PARTITIONS), Optional.of((short) 1)).configs(KEPT));
  }

  private static Map<String, Object> adminSettings(KafkaBroker broker) {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address(),
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
  }

  /** Asked first, because an admin client without a server fills the log with its complaints. */
  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
