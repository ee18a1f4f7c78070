package duban.testkit;

import duban.ground.postgres.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The same servers as containers. Testcontainers' own reaper removes them after the JVM's end. An
 * engine that has not the image and cannot fetch it is no reason to fail: the child process stands
 * in.
 */
final class Containers {

  private static final String POSTGRES_IMAGE = "postgres:18";
  private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
  private static final int POSTGRES_PORT = 5432;

  private Containers() {}

  @SuppressWarnings("resource") // closed by the reaper, when the JVM ends
  static Postgres postgres(Map<String, String> settings) {
    List<String> command = new ArrayList<>(List.of("postgres"));
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    PostgreSQLContainer container =
        new PostgreSQLContainer(POSTGRES_IMAGE)
            .withUsername(PostgresServer.USER)
            .withCommand(command.toArray(String[]::new));
    try {
      container.start();
    } catch (RuntimeException noImage) {
      complain(POSTGRES_IMAGE, noImage);
      return CrashablePostgres.start(settings).address();
    }
    return new Postgres(
        container.getHost(),
        container.getMappedPort(POSTGRES_PORT),
        container.getUsername(),
        container.getPassword());
  }

  @SuppressWarnings("resource") // closed by the reaper, when the JVM ends
  static Kafka kafka() {
    KafkaContainer container = new KafkaContainer(KAFKA_IMAGE);
    try {
      container.start();
    } catch (RuntimeException noImage) {
      complain(KAFKA_IMAGE, noImage);
      return CrashableKafka.start().address();
    }
    return new Kafka(container.getBootstrapServers());
  }

  private static void complain(String image, RuntimeException why) {
    System.err.println(
        "testkit: the container engine answers but "
            + image
            + " does not start ("
            + why.getMessage()
            + "); using a child process instead");
  }
}
