package duban.benchmarks.ledger;

import duban.ledger.append.Answer;
import duban.ledger.append.Answer.Appended;
import duban.ledger.append.Answer.Receipt;
import duban.ledger.append.Append;
import duban.ledger.append.Decider;
import duban.ledger.append.Ledger;
import duban.ledger.append.LedgerLimits;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.chain.NewEvent;
import duban.ledger.read.IndexRule;
import duban.ledger.read.LedgerReader;
import duban.ledger.read.LedgerVerifier;
import duban.testkit.Postgres;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Ours: callers that append, each waiting for its answer before it goes on. */
final class LedgerTable implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PAGE = 5_000;

  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;
  private final Ledger<Void> ledger;
  private final LedgerReader reader;
  private final int ledgers;
  private final AtomicLong numbers = new AtomicLong();
  private int rounds;

  LedgerTable(Postgres postgres, int ledgers) throws SQLException, IOException {
    this.ledgers = ledgers;
    String database = postgres.freshDatabase("ledger");
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement();
        InputStream script = Ledger.class.getResourceAsStream("/db/ledger/V1__ledger.sql")) {
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(Math.max(2, ledgers)))
            .connectingTo(
                new PgConnectOptions()
                    .setHost(postgres.host())
                    .setPort(postgres.port())
                    .setUser(postgres.user())
                    .setPassword(postgres.password())
                    .setDatabase(database)
                    .setCachePreparedStatements(true))
            .using(vertx)
            .build();
    reader = new LedgerReader(pool);
    ledger =
        new Ledger<>(
            pool, Decider.none(), LedgerLimits.defaults(), InstantSource.system(), name -> {});
  }

  /**
   * Events a second, by {@code callers} that append {@code size} at a time; then checks them all.
   */
  double run(int callers, int size, Duration length) throws Exception {
    int round = rounds++;
    Map<String, Receipt> receipts = new ConcurrentHashMap<>();
    long start = System.nanoTime();
    long until = start + length.toNanos();
    // As the service does it: a request has a virtual thread, which makes the canonical form too.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        String name = name(round, caller % ledgers);
        running.add(threads.submit(() -> call(name, size, until, receipts)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    double rate = receipts.size() * 1e9 / (System.nanoTime() - start);
    for (int l = 0; l < ledgers; l++) {
      check(name(round, l), receipts);
    }
    return rate;
  }

  private static String name(int round, int number) {
    return "progress/" + round + "-" + number;
  }

  /** Appends, waits for the answer, appends again, until the round ends. */
  private void call(String name, int size, long until, Map<String, Receipt> receipts) {
    while (System.nanoTime() < until) {
      List<NewEvent> events = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        events.add(Sample.event(numbers.incrementAndGet()));
      }
      Answer<Void> answer = ledger.append(name, Append.of(events)).await().atMost(PATIENCE);
      if (!(answer instanceof Appended<Void>(List<Receipt> kept))) {
        throw new IllegalStateException("not appended: " + answer);
      }
      kept.forEach(receipt -> receipts.put(receipt.id(), receipt));
    }
  }

  /** Every acknowledged event stands where its receipt says, once, and the chain holds. */
  private void check(String name, Map<String, Receipt> receipts) {
    long acknowledged = receipts.values().stream().filter(r -> r.ledger().equals(name)).count();
    long seq = 0;
    List<LedgerEvent> page;
    do {
      page = reader.after(name, seq, PAGE).await().atMost(PATIENCE);
      for (LedgerEvent link : page) {
        seq++;
        Receipt receipt = receipts.get(link.id());
        if (receipt == null || receipt.seq() != seq || !receipt.hash().equals(link.hash())) {
          throw new IllegalStateException(name + " holds at " + seq + " what nobody was told");
        }
      }
    } while (!page.isEmpty());
    if (seq != acknowledged) {
      throw new IllegalStateException(name + " lost " + (acknowledged - seq) + " events");
    }
    new LedgerVerifier(reader, IndexRule.none(), PAGE)
        .verify(name)
        .await()
        .atMost(PATIENCE)
        .fault()
        .ifPresent(fault -> {
          throw new IllegalStateException(name + ": " + fault);
        });
  }

  @Override
  public void close() {
    ledger.close();
    pool.closeAndAwait();
    vertx.closeAndAwait();
  }
}
