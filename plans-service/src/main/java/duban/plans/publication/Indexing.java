package duban.plans.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.plan.PlanEvent;
import duban.contracts.plan.PlanEvent.BulletinIssued;
import duban.contracts.plan.PlanEvent.DistrictDefined;
import duban.contracts.plan.PlanEvent.IndicatorDefined;
import duban.contracts.plan.PlanEvent.PlanAmended;
import duban.contracts.plan.PlanEvent.PlanClosed;
import duban.contracts.plan.PlanEvent.PlanPublished;
import duban.contracts.plan.PlanEvent.ProgrammeDefined;
import duban.contracts.plan.PlanEvent.SettingsDefined;
import duban.ledger.chain.IndexKeys;
import duban.ledger.read.IndexRule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a fact is found in its ledger: the plan, indicator or district that it is about, and what
 * it follows upon. New facts are made by this and the ledger's are checked by it.
 */
final class Indexing implements IndexRule {

  private static final String SETTINGS = "settings";

  @Override
  public Optional<IndexKeys> keys(String fullType, String body) {
    String type = EventTypes.brief(fullType);
    Class<? extends PlanEvent> known = PlanEvent.TYPES.get(type);
    return known == null || !EventTypes.full(type).equals(fullType)
        ? Optional.empty()
        : Optional.of(keys(read(body, known)));
  }

  private static IndexKeys keys(PlanEvent event) {
    return new IndexKeys(subject(event), refers(event));
  }

  static String subject(PlanEvent event) {
    return switch (event) {
      case PlanPublished e -> e.plan();
      case PlanAmended e -> e.plan();
      case PlanClosed e -> e.plan();
      case IndicatorDefined e -> e.indicator().key();
      case DistrictDefined e -> e.district().code();
      case SettingsDefined _ -> SETTINGS;
      case ProgrammeDefined e -> e.programme().key();
      case BulletinIssued e ->
          e.issue().kind() + "/" + e.issue().scope() + "/" + e.issue().period();
    };
  }

  /** A place in the tree from a day on stands alone; all else follows upon its own kind. */
  static @Nullable String refers(PlanEvent event) {
    return event instanceof DistrictDefined ? null : subject(event);
  }

  private static PlanEvent read(String body, Class<? extends PlanEvent> type) {
    try {
      return Json.lenient().readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
    }
  }
}
