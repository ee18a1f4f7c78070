package duban.reporting.verification;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LongWork.Listener;
import duban.ledger.read.PagesAhead;
import duban.ledger.read.Progress;
import duban.reporting.owner.OwnerLedgers;
import duban.reporting.plan.PlanFacts;
import duban.reporting.projection.Positions;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Reads every applied ledger again from its owner, page by page, up to where it is applied. It
 * blocks and computes, for a worker thread.
 */
@ApplicationScoped
class LedgerWalk {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OwnerLedgers owners;
  private final Positions positions;
  private final ProgressLedgerCheck progress;
  private final KeptStore kept;
  private final Pool pool;

  LedgerWalk(
      OwnerLedgers owners,
      Positions positions,
      ProgressLedgerCheck progress,
      KeptStore kept,
      Pool pool) {
    this.owners = owners;
    this.positions = positions;
    this.progress = progress;
    this.kept = kept;
    this.pool = pool;
  }

  void walk(Findings findings, Listener listener) {
    Map<String, Long> marks = positions.all().await().atMost(PATIENCE);
    for (Map.Entry<String, Long> mark : marks.entrySet()) {
      if (mark.getValue() > 0) {
        walk(mark, findings, listener);
      }
    }
  }

  private void walk(Map.Entry<String, Long> mark, Findings findings, Listener listener) {
    String ledger = mark.getKey();
    LedgerCheck check = PlanFacts.isPlans(ledger) ? new PlansLedgerCheck(pool, kept) : progress;
    ChainWalk chain = new ChainWalk(ledger, findings);
    try {
      if (pages(mark, chain, check, findings, listener)) {
        check.end(ledger, mark.getValue(), findings);
        ended(chain, mark, findings);
      }
    } catch (RuntimeException failure) {
      findings.add(new Difference("ledger", ledger, "owner", null, failure.getMessage()));
    }
  }

  /** Whether they were all looked at; not if nobody waits for it any more. */
  private boolean pages(
      Map.Entry<String, Long> mark,
      ChainWalk chain,
      LedgerCheck check,
      Findings findings,
      Listener listener) {
    String ledger = mark.getKey();
    PagesAhead pages = new PagesAhead(seq -> owners.after(ledger, seq), mark.getValue());
    for (List<LedgerEvent> links = pages.next(); !links.isEmpty(); links = pages.next()) {
      links.forEach(chain::step);
      check.page(ledger, links, findings);
      if (!listener.stillWants(new Progress(ledger, chain.seq(), mark.getValue()))) {
        return false;
      }
    }
    return true;
  }

  private static void ended(ChainWalk chain, Map.Entry<String, Long> mark, Findings findings) {
    findings.followed(mark.getKey(), chain.seq());
    findings.compare("ledger", mark.getKey(), "applied up to", mark.getValue(), chain.seq());
  }
}
