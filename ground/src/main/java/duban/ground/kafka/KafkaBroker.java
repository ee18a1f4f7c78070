package duban.ground.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * One Kafka broker that is its own controller, listening on 127.0.0.1 only.
 *
 * @param folder holds the settings file and, below it, the data
 * @param settings over the ones below
 */
public record KafkaBroker(Path folder, int port, int controllerPort, Map<String, String> settings) {

  private static final List<String> SMALL_JVM =
      List.of(
          "-Xms48m",
          "-Xmx256m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /**
   * The command that formats the data folder if it is new and runs the broker in the foreground.
   */
  public List<String> command(Path java, String classPath, List<String> jvmOptions)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(SMALL_JVM);
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", classPath, BrokerMain.class.getName()));
    command.add(writeSettings().toString());
    return command;
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  private Path writeSettings() throws IOException {
    Files.createDirectories(folder);
    Properties all = new Properties();
    all.putAll(identity());
    all.putAll(small());
    all.putAll(quickReturn());
    all.putAll(settings);
    Path file = folder.resolve("server.properties");
    Files.writeString(
        file,
        all.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .sorted()
            .collect(Collectors.joining("\n", "", "\n")));
    return file;
  }

  private Map<String, String> identity() {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        "1",
        "controller.quorum.voters",
        "1@127.0.0.1:" + controllerPort,
        "controller.listener.names",
        "CONTROLLER",
        "listeners",
        "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners",
        "PLAINTEXT://" + address(),
        "listener.security.protocol.map",
        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "log.dirs",
        folder.resolve("data").toString());
  }

  private static Map<String, String> small() {
    return Map.ofEntries(
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("background.threads", "2"),
        Map.entry("num.recovery.threads.per.data.dir", "1"),
        Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
        Map.entry("log.index.size.max.bytes", "1048576"),
        Map.entry("offsets.topic.num.partitions", "3"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"));
  }

  /**
   * After kill -9 the controller waits for the dead broker's session before the new one may serve:
   * with the defaults 12 to 15 s, with these 6 to 7 s.
   */
  private static Map<String, String> quickReturn() {
    return Map.of(
        "broker.session.timeout.ms", "2000",
        "broker.heartbeat.interval.ms", "250",
        "group.initial.rebalance.delay.ms", "0",
        "group.consumer.min.session.timeout.ms", "6000",
        "initial.broker.registration.timeout.ms", "120000");
  }
}
