package duban.plans.document;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The promises of a plan's last revision. What people added to one beyond the words of a document
 * goes on with it when a later document says the same promise, or the amendment would take it away
 * without anybody having wanted that.
 */
final class Promises {

  private final Map<String, Target> published;

  /**
   * @param published null when there is no revision yet
   */
  Promises(@Nullable Plan published) {
    this.published =
        published == null
            ? Map.of()
            : published.targets().collect(Collectors.toMap(Target::id, Function.identity()));
  }

  /** The target as it was read, with all that no document says of it. */
  Target goOn(Target read) {
    Target before = published.get(read.id());
    return before == null || before.kind() != read.kind() ? read : goOn(read, before);
  }

  private static Target goOn(Target read, Target before) {
    return new Target(
        read.id(),
        read.title(),
        // Another title wants another translation.
        Objects.equals(read.title(), before.title()) ? before.titleEn() : null,
        read.kind(),
        read.operator(),
        read.strict(),
        read.value(),
        read.low(),
        read.high(),
        read.unit(),
        read.stated(),
        before.indicator(),
        before.measure(),
        before.baseline(),
        before.denominator(),
        read.scope(),
        before.start(),
        read.due(),
        read.projects(),
        read.projectsComplete(),
        before.finalMilestone(),
        read.period(),
        before.pace(),
        before.parts(),
        before.continues(),
        before.programme());
  }
}
