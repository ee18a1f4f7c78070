package duban.progress.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.plan.PlanEvent;
import duban.ledger.chain.LedgerEvent;

/** What a link of a plans ledger means to the copy. */
sealed interface PlanChange {

  /** A first or later revision. */
  record Published(PlanCopy copy) implements PlanChange {}

  record Closed(String plan) implements PlanChange {}

  /** Districts, indicators, what a later version brings, and what the law had erased. */
  record Nothing() implements PlanChange {}

  /**
   * @throws UnreadablePlan when the link speaks of a plan, but not in words we know
   */
  static PlanChange of(LedgerEvent link) throws UnreadablePlan {
    String body = link.body();
    if (body == null) {
      return new Nothing();
    }
    try {
      return switch (EventTypes.brief(link.type())) {
        case PlanEvent.PlanPublished.TYPE, PlanEvent.PlanAmended.TYPE -> published(body);
        case PlanEvent.PlanClosed.TYPE -> new Closed(text(Json.lenient().readTree(body), "plan"));
        default -> new Nothing();
      };
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new UnreadablePlan(link.type() + " " + link.id() + " cannot be read", e);
    }
  }

  private static PlanChange published(String body) throws JsonProcessingException, UnreadablePlan {
    JsonNode json = Json.lenient().readTree(body);
    PlanCopy copy =
        new PlanCopy(
            text(json, "plan"),
            json.path("revision").asInt(),
            false,
            Json.lenient().writeValueAsString(json.path("content")));
    // Parsed once here, so that what is kept is known to be readable.
    if (!copy.parsed().id().equals(copy.plan())) {
      throw new IllegalArgumentException("its content is another plan's");
    }
    return new Published(copy);
  }

  private static String text(JsonNode json, String field) {
    if (!json.path(field).isTextual()) {
      throw new IllegalArgumentException("no " + field);
    }
    return json.path(field).textValue();
  }
}
