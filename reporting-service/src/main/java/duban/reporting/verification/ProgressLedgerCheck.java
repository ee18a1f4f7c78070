package duban.reporting.verification;

import duban.ledger.chain.LedgerEvent;
import duban.reporting.event.ProgressFact;
import duban.reporting.verification.KeptStore.Kept;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Compares the kept progress events, and what was kept beside them, with their owner's. */
@ApplicationScoped
class ProgressLedgerCheck implements LedgerCheck {

  private static final String KIND = "event";

  /** For one page of what is kept. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;
  private final KeptStore kept;
  private final BesideCheck beside;

  ProgressLedgerCheck(Pool pool, KeptStore kept, BesideCheck beside) {
    this.pool = pool;
    this.kept = kept;
    this.beside = beside;
  }

  @Override
  public void page(String ledger, List<LedgerEvent> links, Findings findings) {
    Map<Long, Kept> rows =
        kept.events(pool, ledger, links.getFirst().seq() - 1, links.getLast().seq())
            .await()
            .atMost(PATIENCE);
    List<ProgressFact> facts = links.stream().map(ProgressFact::of).toList();
    facts.forEach(fact -> compare(fact, rows, findings));
    beside.page(ledger, facts, findings);
  }

  @Override
  public void end(String ledger, long seq, Findings findings) {
    long count = kept.count(pool, ledger).await().atMost(PATIENCE);
    // What was applied since is more, and no difference.
    if (count < seq) {
      findings.compare("ledger", ledger, "events", count, seq);
    }
  }

  private static void compare(ProgressFact fact, Map<Long, Kept> rows, Findings findings) {
    LedgerEvent link = fact.link();
    String key = link.ledger() + "/" + link.seq();
    Kept row = rows.get(link.seq());
    if (row == null) {
      findings.add(new Difference(KIND, key, "row", null, link.id()));
      return;
    }
    findings.compare(KIND, key, "id", row.id(), link.id());
    findings.compare(KIND, key, "recordedAt", row.recordedAt(), link.recordedAt());
    findings.compare(KIND, key, "body", row.digest(), link.bodyDigest().hex());
    if (link.body() != null) {
      compare(key, row, fact, findings);
    }
  }

  private static void compare(String key, Kept row, ProgressFact fact, Findings findings) {
    findings.compare(KIND, key, "type", row.type(), fact.type());
    findings.compare(KIND, key, "refers", row.refers(), fact.refers());
    findings.compare(KIND, key, "day", row.day(), fact.day());
    findings.compare(KIND, key, "value", row.value(), fact.value());
    findings.compare(KIND, key, "numerator", row.numerator(), fact.numerator());
    findings.compare(KIND, key, "denominator", row.denominator(), fact.denominator());
    findings.compare(KIND, key, "project", row.project(), fact.project());
    findings.compare(KIND, key, "milestone", row.step(), fact.step());
    findings.compare(KIND, key, "stage", row.stage(), fact.stage());
    findings.compare(KIND, key, "part", row.part(), fact.part());
    findings.compare(KIND, key, "explanation", row.explanation(), fact.explanation());
    findings.compare(KIND, key, "by", row.by(), fact.by());
    findings.compare(KIND, key, "subject", row.subject(), fact.subject());
  }
}
