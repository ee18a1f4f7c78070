package duban.reporting.verification;

import duban.contracts.Ledgers;
import duban.contracts.plan.PlanEvent;
import duban.contracts.plan.PlanEvent.BulletinIssued;
import duban.contracts.plan.PlanEvent.DistrictDefined;
import duban.contracts.plan.PlanEvent.IndicatorDefined;
import duban.contracts.plan.PlanEvent.PlanAmended;
import duban.contracts.plan.PlanEvent.PlanClosed;
import duban.contracts.plan.PlanEvent.PlanPublished;
import duban.contracts.plan.PlanEvent.ProgrammeDefined;
import duban.contracts.plan.PlanEvent.SettingsDefined;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.projection.PlanFacts;
import duban.reporting.verification.KeptStore.Content;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares kept revisions and definitions with their owner's. A definition may be given again, so
 * only the last of each is compared, at the end; a catalogue is small.
 */
final class PlansLedgerCheck implements LedgerCheck {

  /** For one page of what is kept. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;
  private final KeptStore kept;
  private final Map<String, Content> expected = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();

  PlansLedgerCheck(Pool pool, KeptStore kept) {
    this.pool = pool;
    this.kept = kept;
  }

  @Override
  public void page(String ledger, List<LedgerEvent> links, Findings findings) {
    links.forEach(this::expect);
  }

  private void expect(LedgerEvent link) {
    PlanEvent event = PlanFacts.read(link).orElse(null);
    switch (event) {
      case PlanPublished e -> expect("revision", e.plan() + "/" + e.revision(), e.content(), link);
      case PlanAmended e -> expect("revision", e.plan() + "/" + e.revision(), e.content(), link);
      case IndicatorDefined e -> expect("indicator", e.indicator().key(), e.indicator(), link);
      case DistrictDefined e -> expect("district", KeptStore.key(e.district()), e.district(), link);
      case PlanClosed _, SettingsDefined _, ProgrammeDefined _, BulletinIssued _ -> {}
      case null -> {}
    }
  }

  private void expect(String kind, String key, Object content, LedgerEvent link) {
    kinds.put(key, kind);
    expected.put(key, new Content(content, link.seq(), link.bodyDigest().hex()));
  }

  @Override
  public void end(String ledger, long seq, Findings findings) {
    Uni<Map<String, Content>> asked =
        ledger.equals(Ledgers.CATALOGUE)
            ? kept.catalogue(pool)
            : kept.revisions(pool, Ledgers.key(ledger));
    Map<String, Content> rows = asked.await().atMost(PATIENCE);
    expected.forEach((key, content) -> compare(key, content, rows.get(key), seq, findings));
  }

  private void compare(
      String key, Content content, @Nullable Content row, long seq, Findings findings) {
    String kind = kinds.getOrDefault(key, "definition");
    findings.lookedAt(kind + "s", 1);
    if (row == null) {
      findings.add(new Difference(kind, key, "row", null, content.digest()));
      return;
    }
    if (!kind.equals("revision") && row.seq() > seq) {
      // Defined again since its ledger was read.
      return;
    }
    findings.compare(kind, key, "seq", row.seq(), content.seq());
    findings.compare(kind, key, "body", row.digest(), content.digest());
    findings.compare(kind, key, "content", row.content(), content.content());
  }
}
