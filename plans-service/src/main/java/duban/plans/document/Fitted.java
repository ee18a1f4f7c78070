package duban.plans.document;

import duban.contracts.plan.Target;
import duban.document.PlanReading.Words;
import java.util.List;

/**
 * What a reading became.
 *
 * @param doubts what the reader doubted, and what of the reading the target could not hold
 */
record Fitted(Target target, List<Words> doubts) {}
