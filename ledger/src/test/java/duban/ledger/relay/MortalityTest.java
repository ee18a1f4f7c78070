package duban.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;

import duban.ledger.Database;
import duban.ledger.Events;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LedgerReader;
import duban.ledger.read.LedgerVerifier;
import duban.testkit.Kafka;
import duban.testkit.Postgres;
import io.vertx.mutiny.sqlclient.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Processes that die at the three moments that matter: between commit and send, between send and
 * mark, between apply and commit. What they acknowledged must be there once, and the reader must
 * end with exactly the ledger.
 */
class MortalityTest {

  private static final int EVENTS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Long> acknowledged = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatWasAcknowledgedOutlivesEveryDeath(long seed) throws Exception {
    Random random = new Random(seed);
    String topic = "mortal-" + UUID.randomUUID();
    Kafka.shared().createTopic(topic, 1);
    try (Database database = Database.fresh()) {
      database.run("create table projection (seq bigint primary key, id text unique)");

      assertThat(live("write", database, topic, "after-commit", 1 + random.nextInt(4)))
          .isEqualTo(9);
      assertThat(live("write", database, topic, "after-send", 1 + random.nextInt(30))).isEqualTo(9);
      assertThat(live("read", database, topic, "before-commit", 1 + random.nextInt(2)))
          .isEqualTo(9);
      assertThat(live("write", database, topic, "after-send", 1 + random.nextInt(20))).isEqualTo(9);
      assertThat(live("write", database, topic, "never", 0)).isZero();
      assertThat(live("read", database, topic, "before-commit", 2 + random.nextInt(3)))
          .isEqualTo(9);
      assertThat(live("read", database, topic, "never", 0)).isZero();

      LedgerReader reader = new LedgerReader(database.pool());
      List<LedgerEvent> ledger =
          reader.after(MortalProcess.LEDGER, 0, 1_000).await().atMost(PATIENCE);
      assertThat(ledger).hasSize(EVENTS);
      assertThat(acknowledged).hasSize(EVENTS);
      ledger.forEach(link -> assertThat(acknowledged.get(link.id())).isEqualTo(link.seq()));
      LedgerVerifier verifier = new LedgerVerifier(reader, Events::keys, 100);
      assertThat(verifier.verify(MortalProcess.LEDGER).await().atMost(PATIENCE).fault()).isEmpty();
      // A reader heals a hole by asking the owner, so that the relay skipped none is checked by
      // itself.
      assertThat(TopicReader.read(topic, Integer.MAX_VALUE, Duration.ofSeconds(5)))
          .extracting(LedgerEvent::seq)
          .contains(ledger.stream().map(LedgerEvent::seq).toArray(Long[]::new));
      assertThat(projection(database))
          .containsExactlyElementsOf(ledger.stream().map(LedgerEvent::id).toList());
    }
  }

  /** Runs one life and returns how it ended; 9 is the death that was asked for. */
  private int live(String role, Database database, String topic, String fate, int after)
      throws IOException, InterruptedException {
    Postgres postgres = Postgres.shared();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dduban.test.postgres="
                    + String.join(
                        ",",
                        postgres.host(),
                        Integer.toString(postgres.port()),
                        postgres.user(),
                        postgres.password()),
                MortalProcess.class.getName(),
                role,
                database.name(),
                Kafka.shared().bootstrapServers(),
                topic,
                fate,
                Integer.toString(after),
                Integer.toString(EVENTS)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines()
          .filter(line -> line.startsWith("ACK "))
          .map(line -> line.split(" ", -1))
          .forEach(this::acknowledge);
    }
    return process.waitFor();
  }

  private void acknowledge(String[] line) {
    Long before = acknowledged.put(line[1], Long.parseLong(line[2]));
    assertThat(before == null || before == Long.parseLong(line[2]))
        .as("%s was acknowledged at another place before", line[1])
        .isTrue();
  }

  private static List<String> projection(Database database) {
    List<String> ids = new ArrayList<>();
    for (Row row :
        database
            .pool()
            .query("select id from projection order by seq")
            .execute()
            .await()
            .atMost(PATIENCE)) {
      ids.add(row.getString("id"));
    }
    return ids;
  }
}
