package duban.system;

import duban.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Processes of reporting-service beside a running system: one database and one consumer group of
 * their own on the system's PostgreSQL and Kafka, and the same ledgers. The system's own
 * projections and day stay as they are.
 */
final class Replicas {

  private static final String NAME = "replicas";

  private static final String PATH =
      """
      select set_config('search_path', nspname || ', public', false)
        from pg_namespace where nspname ~ '^projection_v[0-9]+$'
      """;

  /** Of the system's ports in a row, what each lies past the gateway's. */
  private static final int PLANS = 1;

  private static final int PROGRESS = 2;
  private static final int POSTGRES = 4;

  private final RunningSystem system;

  Replicas(RunningSystem system) {
    this.system = system;
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + NAME);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One process; whoever starts it waits for it. */
  record Replica(Process process, URI base) {

    Client client(String token) {
      return new Client(base, token);
    }

    /** SIGKILL. */
    void kill9() {
      process.destroyForcibly().onExit().join();
    }
  }

  Replica start(String today) {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx112m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxDirectMemorySize=64m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-jar",
            RunningSystem.root()
                .resolve("reporting-service/target/quarkus-app/quarkus-run.jar")
                .toString());
    builder.environment().putAll(environment(port, today));
    builder.redirectErrorStream(true);
    builder.redirectOutput(system.home().resolve("replica-" + port + ".log").toFile());
    try {
      return new Replica(builder.start(), URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Their database, with their projections first in its path. */
  Connection database() throws SQLException {
    Connection connection = connect(NAME);
    try (Statement statement = connection.createStatement()) {
      statement.execute(PATH);
    }
    return connection;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + (system.port() + POSTGRES) + "/" + database,
        "duban",
        key("postgres.password"));
  }

  private Map<String, String> environment(int port, String today) {
    return Map.ofEntries(
        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
        Map.entry("DUBAN_JWKS", path("jwks.json").toString()),
        Map.entry("DUBAN_ISSUER", issuer()),
        Map.entry("DUBAN_SERVICE_TOKEN_FILE", path("service.token").toString()),
        Map.entry("DUBAN_WEBHOOK_KEY_FILE", path("webhooks.key").toString()),
        Map.entry("DUBAN_PLANS_URL", local(PLANS)),
        Map.entry("DUBAN_PROGRESS_URL", local(PROGRESS)),
        Map.entry("DUBAN_TODAY", today),
        Map.entry("DUBAN_DB_HOST", "127.0.0.1"),
        Map.entry("DUBAN_DB_PORT", Integer.toString(system.port() + POSTGRES)),
        Map.entry("DUBAN_DB_NAME", NAME),
        Map.entry("DUBAN_DB_USER", "duban"),
        Map.entry("DUBAN_DB_PASSWORD", key("postgres.password")),
        Map.entry("DUBAN_KAFKA", "127.0.0.1:" + system.kafkaPort()),
        Map.entry("DUBAN_REPORTING_GROUP", NAME),
        Map.entry("MALLOC_ARENA_MAX", "2"));
  }

  private String local(int offset) {
    return "http://127.0.0.1:" + (system.port() + offset);
  }

  private Path path(String key) {
    return system.home().resolve("keys").resolve(key);
  }

  private String key(String name) {
    try {
      return Files.readString(path(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the system's own tokens name it. */
  private String issuer() {
    String claims = List.of(system.token("city-viewer").split("\\.")).get(1);
    try {
      return Json.lenient()
          .readTree(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
          .path("iss")
          .asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
