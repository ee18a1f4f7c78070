package duban.reporting.rebuild;

import duban.ledger.chain.LedgerEvent;
import duban.reporting.owner.OwnerLedgers;
import duban.reporting.projection.Projection;
import duban.reporting.projection.Ticker;
import duban.reporting.rebuild.Course.Phase;
import duban.reporting.rebuild.LedgerCopy.Stretch;
import duban.reporting.targets.TargetStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One rebuild, step by step; it blocks for minutes, on a virtual thread of its own. */
@ApplicationScoped
class Rebuilder {

  private final ProjectionVersion version;
  private final ProjectionSchemas schemas;
  private final SwitchStore switches;
  private final Switch change;
  private final Comparison comparison;
  private final LedgerCopy copy;
  private final OwnerLedgers owners;
  private final Projection projection;
  private final TargetStore targets;
  private final Ticker ticker;
  private final RebuildSettings settings;

  Rebuilder(
      ProjectionVersion version,
      ProjectionSchemas schemas,
      SwitchStore switches,
      Switch change,
      Comparison comparison,
      LedgerCopy copy,
      OwnerLedgers owners,
      Projection projection,
      TargetStore targets,
      Ticker ticker,
      RebuildSettings settings) {
    this.version = version;
    this.schemas = schemas;
    this.switches = switches;
    this.change = change;
    this.comparison = comparison;
    this.copy = copy;
    this.owners = owners;
    this.projection = projection;
    this.targets = targets;
    this.ticker = ticker;
    this.settings = settings;
  }

  /**
   * A rebuild's own things.
   *
   * @param no its number
   * @param own the connection that holds the lock and makes the switch
   * @param served whether the version's tables are being read and written meanwhile
   * @param courtesy in which its transactions are made
   */
  record Workshop(
      long no, Pool next, SqlConnection own, boolean served, Course course, Courtesy courtesy) {}

  /**
   * @return the tables that differ from the old ones; null when there were none to compare with
   */
  @Nullable List<String> rebuild(Workshop shop) {
    await(switches.dropLeftovers(shop.own()));
    schemas.make(version.next());
    String laterIndex = await(switches.dropLaterIndex(shop.own()));
    readAll(shop);
    await(switches.finish(shop.own(), laterIndex));
    shop.course().enter(Phase.TELLING);
    tellAll(shop);
    List<String> different = shop.served() ? compared(shop) : null;
    change(shop, different);
    await(switches.dropOld(shop.own()));
    return different;
  }

  private List<String> compared(Workshop shop) {
    for (int attempt = 1; attempt <= settings.tries(); attempt++) {
      catchUp(shop);
      shop.course().enter(Phase.COMPARING);
      List<String> different = comparison.attempt(shop, marks -> bringTo(shop, marks));
      if (different != null) {
        return different;
      }
    }
    throw new IllegalStateException("no day and catalogue stood long enough to compare under");
  }

  private void change(Workshop shop, @Nullable List<String> different) {
    for (int attempt = 1; attempt <= settings.tries(); attempt++) {
      catchUp(shop);
      shop.course().enter(Phase.SWITCHING);
      if (change.attempt(shop, different, this::applyRest)) {
        return;
      }
    }
    throw new IllegalStateException(
        "no moment without a report was found in " + settings.tries() + " tries");
  }

  /** Where the rebuilt tables have to get: to the running ones, else to the ledgers' ends. */
  private Map<String, Long> goals(Workshop shop) {
    Map<String, Long> goals =
        await(shop.served() ? switches.runningMarks(shop.own()) : owners.heads());
    goals.values().removeIf(seq -> seq == 0);
    shop.course().expect(goals.values().stream().mapToLong(Long::longValue).sum());
    return goals;
  }

  private void readAll(Workshop shop) {
    for (List<Stretch> kind : LedgerCopy.missing(Map.of(), goals(shop))) {
      atOnce(
          settings.readers(shop.served()),
          kind,
          stretch -> copy.read(stretch, links -> write(shop, links, projection::keepUnseen)));
    }
  }

  /** Several ledgers side by side: no two have a row in common while nothing is told. */
  private static void atOnce(int limit, List<Stretch> stretches, Consumer<Stretch> work) {
    try (ExecutorService readers =
        Executors.newFixedThreadPool(limit, Thread.ofVirtual().factory())) {
      List<? extends Future<?>> running =
          stretches.stream().map(one -> readers.submit(() -> work.accept(one))).toList();
      try {
        for (Future<?> one : running) {
          one.get();
        }
      } catch (ExecutionException failed) {
        readers.shutdownNow();
        throw new CompletionException(failed.getCause());
      } catch (InterruptedException stopped) {
        readers.shutdownNow();
        Thread.currentThread().interrupt();
        throw new CompletionException(stopped);
      }
    }
  }

  /** How links are applied in a transaction. */
  private interface Applied {
    Uni<Integer> in(SqlConnection transaction, List<LedgerEvent> links);
  }

  private static void write(Workshop shop, List<LedgerEvent> links, Applied applied) {
    shop.course().add(inTurn(shop, transaction -> applied.in(transaction, links)));
  }

  private static <T> T inTurn(Workshop shop, Function<SqlConnection, Uni<T>> work) {
    return shop.courtesy().inTurn(() -> await(shop.next().withTransaction(work)));
  }

  private void tellAll(Workshop shop) {
    for (String district : await(targets.districtsBehind(shop.next()))) {
      tell(limit ->
          inTurn(shop, transaction -> projection.turnUnseen(transaction, district, limit)));
    }
  }

  private void tell(IntUnaryOperator some) {
    int limit = settings.targetsAtOnce();
    while (some.applyAsInt(limit) == limit) {
      // The next ones of the same district.
    }
  }

  /** In ordinary steps, until so little is left that the intake can wait for it. */
  private void catchUp(Workshop shop) {
    shop.course().enter(Phase.CATCHING_UP);
    if (shop.served()) {
      await(ticker.tick());
    }
    while (bringTo(shop, goals(shop)) > settings.levelWithin()) {
      // What came in meanwhile.
    }
  }

  /** Exactly to there, with every standing told; how many events it took. */
  private long bringTo(Workshop shop, Map<String, Long> goals) {
    long missing = 0;
    for (List<Stretch> kind : LedgerCopy.missing(await(switches.nextMarks(shop.own())), goals)) {
      for (Stretch stretch : kind) {
        missing += stretch.to() - stretch.from();
        copy.read(stretch, links -> write(shop, links, projection::applyUnseen));
      }
    }
    tellAll(shop);
    return missing;
  }

  /**
   * What the running tables have more by the time they stand still, in the switch's transaction.
   */
  private void applyRest(Workshop shop) {
    for (List<Stretch> kind :
        LedgerCopy.missing(await(switches.nextMarks(shop.own())), goals(shop))) {
      for (Stretch stretch : kind) {
        copy.read(
            stretch, links -> shop.course().add(await(projection.applyUnseen(shop.own(), links))));
      }
    }
    for (String district : await(targets.districtsBehind(shop.own()))) {
      tell(limit -> await(projection.turnUnseen(shop.own(), district, limit)));
    }
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().indefinitely();
  }
}
