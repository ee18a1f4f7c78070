package duban.testkit;

import duban.ground.kafka.KafkaBroker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** A Kafka broker of a test's own, always a child process, that the test may kill. */
public final class CrashableKafka implements AutoCloseable {

  private static final String NAME = "kafka";

  private static final Map<String, String> SETTINGS =
      Map.of("auto.create.topics.enable", "true", "num.partitions", "1");

  /** Jars of the code under test: a broker that has to look through them starts slower. */
  private static final List<String> FOREIGN =
      List.of(
          "/io/quarkus/",
          "/io/vertx/",
          "/io/netty/",
          "/org/hibernate/",
          "/org/apache/maven/",
          "/org/testcontainers/",
          "/com/github/docker-java/");

  private final TestFolder folder;
  private final KafkaBroker broker;
  private Process process;

  private CrashableKafka(TestFolder folder, KafkaBroker broker) throws IOException {
    this.folder = folder;
    this.broker = broker;
    this.process = launch();
  }

  public static CrashableKafka start() {
    TestFolder folder = TestFolder.create(NAME);
    int port = FreePort.findRun(2);
    try {
      return new CrashableKafka(
          folder, new KafkaBroker(folder.resolve("kafka"), port, port + 1, SETTINGS));
    } catch (IOException failed) {
      folder.remove();
      throw new UncheckedIOException(failed);
    }
  }

  public Kafka address() {
    return new Kafka(broker.address());
  }

  /** Kills the broker with SIGKILL. */
  public void kill9() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /**
   * Starts the broker again on the same ports and data; returns when it answers, after 6 to 7 s.
   */
  public void restart() {
    if (process.isAlive()) {
      kill9();
    }
    try {
      process = launch();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    folder.remove();
  }

  private Process launch() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process started =
        folder.start(NAME, new ProcessBuilder(broker.command(java, classPath(), List.of())));
    Patience.untilAnswered(started, folder, NAME, this::knock);
    try (Admin admin = address().admin()) {
      Patience.untilAnswered(
          started, folder, NAME, () -> admin.describeCluster().clusterId().get());
    }
    return started;
  }

  private boolean knock() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
      return socket.isConnected();
    }
  }

  private static String classPath() {
    String surefire = System.getProperty("surefire.test.class.path");
    String all = surefire == null ? System.getProperty("java.class.path") : surefire;
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> FOREIGN.stream().noneMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
