package duban.reporting.verification;

import duban.reporting.owner.OwnerLedgers;
import duban.reporting.projection.PlanFacts;
import duban.reporting.projection.Positions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Reads every applied ledger again from its owner, page by page, up to where it is applied. */
@ApplicationScoped
class LedgerWalk {

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

  Uni<Void> walk(Findings findings) {
    return positions
        .all()
        .chain(marks ->
            Multi.createFrom()
                .iterable(marks.entrySet())
                .filter(mark -> mark.getValue() > 0)
                .onItem()
                .transformToUniAndConcatenate(mark -> walk(mark, findings))
                .collect()
                .last());
  }

  private Uni<Void> walk(Map.Entry<String, Long> mark, Findings findings) {
    String ledger = mark.getKey();
    LedgerCheck check = PlanFacts.isPlans(ledger) ? new PlansLedgerCheck(pool, kept) : progress;
    ChainWalk chain = new ChainWalk(ledger, findings);
    return Multi.createBy()
        .repeating()
        .uni(() -> page(chain, ledger, mark.getValue(), check, findings))
        .whilst(more -> more)
        .collect()
        .last()
        .chain(() -> check.end(ledger, mark.getValue(), findings))
        .invoke(() -> ended(chain, mark, findings))
        .onFailure()
        .recoverWithUni(failure -> {
          findings.add(new Difference("ledger", ledger, "owner", null, failure.getMessage()));
          return Uni.createFrom().voidItem();
        });
  }

  /** Whether there is more to read after this page. */
  private Uni<Boolean> page(
      ChainWalk chain, String ledger, long upTo, LedgerCheck check, Findings findings) {
    return owners
        .after(ledger, chain.seq())
        .map(links -> links.stream().filter(link -> link.seq() <= upTo).toList())
        .chain(links -> {
          if (links.isEmpty()) {
            return Uni.createFrom().item(false);
          }
          links.forEach(chain::step);
          return check.page(ledger, links, findings).replaceWith(chain.seq() < upTo);
        });
  }

  private static void ended(ChainWalk chain, Map.Entry<String, Long> mark, Findings findings) {
    findings.followed(mark.getKey(), chain.seq());
    findings.compare("ledger", mark.getKey(), "applied up to", mark.getValue(), chain.seq());
  }
}
