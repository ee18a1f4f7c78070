package duban.local.part;

import duban.local.home.Home;
import duban.local.home.Installation;
import duban.local.process.Part;
import duban.local.process.Signals;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A service in a small JVM of its own. */
final class ServicePart {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
  private static final int OK = 200;

  private static final List<String> SMALL_JVM =
      List.of(
          "-Xms24m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:ReservedCodeCacheSize=48m",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private ServicePart() {}

  static Part of(Service service, Home home, int port, Supplier<Map<String, String>> environment) {
    return new Part(
        service.module(),
        port,
        home.log(service.module()),
        () -> prepare(service, home, environment.get()),
        () -> isReady(port),
        Part.Farewell.TERMINATE,
        PATIENCE);
  }

  private static ProcessBuilder prepare(
      Service service, Home home, Map<String, String> environment) {
    Path program = home.app(service.module());
    List<String> command = new ArrayList<>();
    command.add(Installation.java().toString());
    command.addAll(SMALL_JVM);
    command.add("-Xmx" + service.heapMegabytes() + "m");
    command.addAll(List.of("-jar", program.resolve("quarkus-run.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(Signals.ownSession(command));
    builder.environment().putAll(environment);
    return builder;
  }

  private static boolean isReady(int port) {
    try {
      URL url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout((int) PROBE_TIMEOUT.toMillis());
      connection.setReadTimeout((int) PROBE_TIMEOUT.toMillis());
      try {
        return connection.getResponseCode() == OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }
}
