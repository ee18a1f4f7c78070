package duban.plans.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.contracts.plan.Plan;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LedgerReader;
import duban.plans.publication.Facts;
import duban.plans.publication.LedgerFold;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The published side of plans, from the districts' ledgers. */
@ApplicationScoped
public class PlanLog {

  /** A link carries a whole plan, so a few at a time. */
  private static final int PAGE = 16;

  private final LedgerReader reader;
  private final Map<String, LedgerFold<Map<String, PlanHistory>>> folds = new ConcurrentHashMap<>();

  @Inject
  PlanLog(LedgerReader reader) {
    this.reader = reader;
  }

  /** By plan. Ask only for districts that have a plan, since each district's history is kept. */
  Uni<Map<String, PlanHistory>> ofDistrict(String district) {
    return folds.computeIfAbsent(district, this::fold).now();
  }

  public Uni<PlanHistory> of(PlanId plan) {
    return ofDistrict(plan.district())
        .map(histories -> histories.getOrDefault(plan.text(), PlanHistory.NONE));
  }

  /** The plan as the revision fixed it, canonical JSON; empty when there is none, or no more. */
  public Uni<Optional<String>> content(PlanId plan, int revision) {
    return reader
        .event(plan.ledger(), Facts.revisionId(plan.text(), revision))
        .map(link -> link.map(LedgerEvent::body).map(PlanLog::content));
  }

  /**
   * The plan as each of its revisions up to {@code last} fixed it, the first one first; one whose
   * body was erased is left out.
   */
  Uni<List<Plan>> revisions(PlanId plan, int last) {
    return Multi.createFrom()
        .range(1, last + 1)
        .onItem()
        .transformToUniAndConcatenate(number -> content(plan, number))
        .filter(Optional::isPresent)
        .map(said -> Draft.read(said.get()))
        .collect()
        .asList();
  }

  private LedgerFold<Map<String, PlanHistory>> fold(String district) {
    return new LedgerFold<>(reader, Ledgers.plans(district), Map.of(), PlanLog::step, PAGE);
  }

  private static Map<String, PlanHistory> step(Map<String, PlanHistory> before, LedgerEvent link) {
    Map<String, PlanHistory> after = new HashMap<>(before);
    PlanHistory history = before.getOrDefault(link.subject(), PlanHistory.NONE);
    after.put(link.subject(), history.after(link));
    return Map.copyOf(after);
  }

  private static String content(String body) {
    try {
      JsonNode content = Json.lenient().readTree(body).path("content");
      return CanonicalJson.canonical(content).json();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a fact of this service that it cannot read", e);
    }
  }
}
