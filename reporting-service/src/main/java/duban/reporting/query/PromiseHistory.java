package duban.reporting.query;

import duban.contracts.plan.Target;
import duban.reporting.catalogue.Catalogue;
import duban.reporting.plan.RevisionStore.Promise;
import duban.reporting.promise.Definition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a target promised in each revision of its plan. */
public final class PromiseHistory {

  private PromiseHistory() {}

  /**
   * A revision that said something else of the target than the one before.
   *
   * @param event "published", "added", "changed" or "dropped"
   * @param promised absent where it was dropped
   * @param reason why the plan was amended, as its event says
   */
  public record Step(
      int revision,
      Instant recordedAt,
      String event,
      @Nullable BigDecimal promised,
      @Nullable LocalDate due,
      @Nullable String indicator,
      @Nullable String reason) {}

  /**
   * @param promises one for each revision, the earliest first
   */
  static List<Step> of(List<Promise> promises, Catalogue catalogue) {
    List<Step> steps = new ArrayList<>();
    Target before = null;
    for (Promise promise : promises) {
      Target target = promise.target();
      if (!Objects.equals(before, target)) {
        steps.add(step(promise, event(before, promise), catalogue));
      }
      before = target;
    }
    return steps;
  }

  private static String event(@Nullable Target before, Promise promise) {
    if (promise.target() == null) {
      return "dropped";
    }
    if (before != null) {
      return "changed";
    }
    return promise.revision() == 1 ? "published" : "added";
  }

  private static Step step(Promise promise, String event, Catalogue catalogue) {
    Target target = promise.target();
    if (target == null) {
      return new Step(
          promise.revision(), promise.recordedAt(), event, null, null, null, promise.reason());
    }
    Definition definition =
        new Definition(
            target,
            promise.planStarts(),
            promise.planEnds(),
            0,
            catalogue.indicator(target.indicator()),
            catalogue.settings());
    return new Step(
        promise.revision(),
        promise.recordedAt(),
        event,
        definition.promised().stripTrailingZeros(),
        definition.due(),
        target.indicator(),
        promise.reason());
  }
}
