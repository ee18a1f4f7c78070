package duban.reporting.verification;

import duban.ledger.read.LongWork;
import duban.ledger.read.LongWork.Listener;
import duban.ledger.read.Progress;
import duban.reporting.projection.Projection;
import duban.reporting.projection.Ticker;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Verifies the projections against their own facts, and the facts against the ledgers. */
@ApplicationScoped
class Verification {

  private final Transactions transactions;
  private final Projection projection;
  private final Ticker ticker;
  private final TargetCheck targets;
  private final SumStore sums;
  private final OutlineStore outline;
  private final BesideCheck beside;
  private final LedgerWalk ledgers;

  Verification(
      Transactions transactions,
      Projection projection,
      Ticker ticker,
      TargetCheck targets,
      SumStore sums,
      OutlineStore outline,
      BesideCheck beside,
      LedgerWalk ledgers) {
    this.transactions = transactions;
    this.projection = projection;
    this.ticker = ticker;
    this.targets = targets;
    this.sums = sums;
    this.outline = outline;
    this.beside = beside;
    this.ledgers = ledgers;
  }

  /** What waits for the calendar's tick is told first, so that the day itself is no difference. */
  Uni<VerificationView> verify(Consumer<Progress> told) {
    Findings findings = new Findings();
    return ticker
        .tick()
        .chain(() -> projections(findings))
        .chain(() -> LongWork.onWorker(told, listener -> ledgers(findings, listener)));
  }

  private VerificationView ledgers(Findings findings, Listener listener) {
    ledgers.walk(findings, listener);
    return findings.view();
  }

  /** All of one moment, so that what is applied meanwhile is no difference either. */
  private Uni<Void> projections(Findings findings) {
    List<Function<SqlClient, Uni<List<Difference>>>> checks =
        List.of(
            outline::plans,
            outline::targets,
            sums::counts,
            sums::rollups,
            sums::peaks,
            sums::voids,
            sums::answers,
            sums::notUnderstood,
            beside::strays);
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction)
            .chain(setting -> targets.check(transaction, setting, findings))
            .chain(() -> sums.rows(transaction, findings))
            .chain(() ->
                Multi.createFrom()
                    .iterable(checks)
                    .onItem()
                    .transformToUniAndConcatenate(check -> check.apply(transaction))
                    .invoke(found -> found.forEach(findings::add))
                    .collect()
                    .last()
                    .replaceWithVoid()));
  }
}
