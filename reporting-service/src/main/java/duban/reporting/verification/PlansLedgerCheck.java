package duban.reporting.verification;

import duban.contracts.Ledgers;
import duban.contracts.plan.Plan;
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
import duban.reporting.catalogue.CatalogueStore;
import duban.reporting.catalogue.CatalogueStore.Kind;
import duban.reporting.plan.PlanFacts;
import duban.reporting.verification.KeptStore.Content;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares kept revisions and definitions with their owner's, at the end; a catalogue is small. */
final class PlansLedgerCheck implements LedgerCheck {

  /** For one page of what is kept. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;
  private final KeptStore kept;
  private final Map<String, Content> expected = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> closed = new TreeSet<>();

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
      case PlanPublished e -> expectRevision(e.plan(), e.revision(), e.content(), link);
      case PlanAmended e -> expectRevision(e.plan(), e.revision(), e.content(), link);
      case IndicatorDefined e -> expect(Kind.INDICATOR, e.indicator().key(), e.indicator(), link);
      case DistrictDefined e ->
          expect(Kind.DISTRICT, CatalogueStore.key(e.district()), e.district(), link);
      case ProgrammeDefined e -> expect(Kind.PROGRAMME, e.programme().key(), e.programme(), link);
      case SettingsDefined e -> expect(Kind.SETTINGS, link.subject(), e.settings(), link);
      case PlanClosed e -> closed.add(e.plan());
      case BulletinIssued _ -> {}
      case null -> {}
    }
  }

  private void expectRevision(String plan, int revision, Plan content, LedgerEvent link) {
    expect("revision", plan + "/" + revision, content, link);
  }

  private void expect(Kind kind, String key, Object content, LedgerEvent link) {
    expect(
        kind.name().toLowerCase(Locale.ROOT), KeptStore.key(kind, key, link.seq()), content, link);
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
    expected.forEach((key, content) -> compare(key, content, rows.get(key), findings));
    long journalled = kept.journalled(pool, ledger, seq).await().atMost(PATIENCE);
    findings.compare("ledger", ledger, "journal", journalled, seq);
    Set<String> rowsClosed = kept.closed(pool, Ledgers.key(ledger)).await().atMost(PATIENCE);
    closed.forEach(
        plan -> findings.compare("plan", plan, "closed", rowsClosed.contains(plan), true));
  }

  private void compare(String key, Content content, @Nullable Content row, Findings findings) {
    String kind = kinds.getOrDefault(key, "definition");
    findings.lookedAt(kind.endsWith("s") ? kind : kind + "s", 1);
    if (row == null) {
      findings.add(new Difference(kind, key, "row", null, content.digest()));
      return;
    }
    findings.compare(kind, key, "seq", row.seq(), content.seq());
    findings.compare(kind, key, "body", row.digest(), content.digest());
    findings.compare(kind, key, "content", row.content(), content.content());
  }
}
