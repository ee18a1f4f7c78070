package duban.ledger.relay;

import duban.ledger.Database;
import duban.ledger.Events;
import duban.ledger.append.Answer.Appended;
import duban.ledger.append.Append;
import duban.ledger.append.Decider;
import duban.ledger.append.Ledger;
import duban.ledger.append.LedgerLimits;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.mark.Gate;
import duban.ledger.mark.MarkStore;
import duban.ledger.mark.Sifted;
import duban.ledger.read.LedgerReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A process of its own that writes and relays, or reads, and dies like one that was killed (no
 * shutdown hook, no rollback, no flush) at the moment its arguments name. See {@link
 * MortalityTest}.
 */
public final class MortalProcess {

  static final String LEDGER = "progress/1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Database database;
  private final String bootstrap;
  private final String topic;
  private final String fate;
  private final AtomicInteger left;

  private MortalProcess(String[] args) {
    database = Database.named(args[1]);
    bootstrap = args[2];
    topic = args[3];
    fate = args[4];
    left = new AtomicInteger(Integer.parseInt(args[5]));
  }

  public static void main(String[] args) throws Exception {
    MortalProcess process = new MortalProcess(args);
    int events = Integer.parseInt(args[6]);
    if (args[0].equals("write")) {
      process.write(events);
    } else {
      process.read(events);
    }
    Runtime.getRuntime().halt(0);
  }

  private void dieAt(String moment) {
    if (fate.equals(moment) && left.decrementAndGet() <= 0) {
      System.out.flush();
      Runtime.getRuntime().halt(9);
    }
  }

  /** Appends every event, those of earlier lives again, and says which were acknowledged. */
  private void write(int events) throws Exception {
    Relay relay =
        new Relay(
            database.pool(),
            mortal(RelayProducer.connect(bootstrap, "mortal")),
            new RelayRoute(topic, "/test", name -> "1"),
            new RelayLimits(7, 2, Duration.ofMillis(200)));
    Ledger<Void> ledger =
        new Ledger<>(
            database.pool(),
            Decider.none(),
            LedgerLimits.defaults(),
            InstantSource.system(),
            name -> {
              dieAt("after-commit");
              relay.wake(name);
            });
    relay.start();
    List<Uni<Void>> appends =
        IntStream.range(0, events).mapToObj(i -> append(ledger, "e" + i, i)).toList();
    await(Uni.join().all(appends).usingConcurrencyOf(8).andFailFast());
    while (await(relay.lag()) > 0) {
      Thread.sleep(20);
    }
  }

  private Uni<Void> append(Ledger<Void> ledger, String id, int value) {
    return ledger
        .append(LEDGER, Append.of(Events.said(id, value)))
        .invoke(answer -> {
          if (answer instanceof Appended<Void> appended) {
            System.out.println("ACK " + id + " " + appended.receipts().getFirst().seq());
          }
        })
        .replaceWithVoid();
  }

  /**
   * A real producer that dies when the message has been acknowledged and the mark not yet moved.
   */
  @SuppressWarnings("unchecked")
  private Producer<String, String> mortal(Producer<String, String> real) {
    return (Producer<String, String>)
        Proxy.newProxyInstance(
            MortalProcess.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, args) -> {
              try {
                Object result = method.invoke(real, args);
                if (method.getName().equals("send")) {
                  if (fate.equals("after-send")) {
                    ((Future<?>) result).get();
                  }
                  dieAt("after-send");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Applies until the projection holds every event. */
  private void read(int events) throws Exception {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG,
                UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (applied() < events && System.nanoTime() < deadline) {
        List<LedgerEvent> arrived = new ArrayList<>();
        for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
          arrived.add(LedgerMessage.read(message));
        }
        if (!arrived.isEmpty()) {
          await(database.pool().withTransaction(transaction -> apply(transaction, arrived)));
        }
      }
    }
  }

  private Uni<Void> apply(SqlConnection transaction, List<LedgerEvent> arrived) {
    return MarkStore.lock(transaction, List.of(LEDGER))
        .chain(marks -> {
          Sifted sifted = Gate.sift(marks, arrived);
          if (!sifted.gaps().isEmpty()) {
            Sifted.Gap gap = sifted.gaps().getFirst();
            return new LedgerReader(database.pool())
                .after(LEDGER, gap.after(), (int) (gap.before() - gap.after() - 1))
                .chain(missing -> {
                  List<LedgerEvent> all = new ArrayList<>(missing);
                  all.addAll(arrived);
                  return insert(transaction, Gate.sift(marks, all).ready());
                });
          }
          return insert(transaction, sifted.ready());
        });
  }

  private Uni<Void> insert(SqlConnection transaction, List<LedgerEvent> ready) {
    Tuple rows =
        Tuple.tuple()
            .addArrayOfLong(ready.stream().map(LedgerEvent::seq).toArray(Long[]::new))
            .addArrayOfString(ready.stream().map(LedgerEvent::id).toArray(String[]::new));
    return transaction
        .preparedQuery(
            "insert into projection (seq, id) select * from unnest($1::bigint[], $2::text[])")
        .execute(rows)
        .chain(() -> MarkStore.move(transaction, ready))
        .invoke(() -> dieAt("before-commit"));
  }

  private long applied() {
    return await(
        database
            .pool()
            .query("select count(*) as n from projection")
            .execute()
            .map(rows -> rows.iterator().next().getLong("n")));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
