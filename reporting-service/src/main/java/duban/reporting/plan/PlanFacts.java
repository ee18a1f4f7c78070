package duban.reporting.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.contracts.plan.PlanEvent;
import duban.ledger.chain.LedgerEvent;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads plan and catalogue events out of their links. */
public final class PlanFacts {

  private static final Logger LOG = Logger.getLogger(PlanFacts.class);

  private PlanFacts() {}

  /** Whether the ledger is one of plans or the catalogue. */
  public static boolean isPlans(String ledger) {
    return ledger.startsWith(Ledgers.plans(""));
  }

  /**
   * Empty for what this version does not know, and for a body that cannot be read; verification
   * tells of the latter, since its revision or definition is then missing here.
   */
  public static Optional<PlanEvent> read(LedgerEvent link) {
    String type = EventTypes.brief(link.type());
    Class<? extends PlanEvent> known = PlanEvent.TYPES.get(type);
    if (known == null || link.body() == null || !EventTypes.full(type).equals(link.type())) {
      return Optional.empty();
    }
    try {
      JsonNode body = Json.lenient().readTree(link.body());
      return Optional.of(Json.lenient().treeToValue(body, known));
    } catch (JsonProcessingException | RuntimeException unreadable) {
      LOG.errorf(
          "not understood: ledger=%s seq=%d type=%s: %s",
          link.ledger(), link.seq(), link.type(), unreadable.getMessage());
      return Optional.empty();
    }
  }
}
