package duban.progress.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.Json;
import duban.contracts.plan.Plan;
import duban.progress.rules.PublishedPlan;

/**
 * A published revision as it is kept.
 *
 * @param content the plan's JSON
 */
record PlanCopy(String plan, int revision, boolean closed, String content) {

  /**
   * @throws UnreadablePlan when the content is not a plan
   */
  PublishedPlan parsed() throws UnreadablePlan {
    try {
      return PublishedPlan.of(Json.lenient().readValue(content, Plan.class), revision, closed);
    } catch (JsonProcessingException | NullPointerException e) {
      throw new UnreadablePlan("revision " + revision + " of " + plan + " is not a plan", e);
    }
  }
}
