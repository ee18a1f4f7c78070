package duban.progress.rules;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A published revision, indexed for judging events; its words and outline are left behind.
 *
 * @param id {@code 320412-2022}
 * @param closed whether no more reports are taken for it
 * @param items the targets' ids of each work item, by the item's id {@code 320412-2022.6}
 */
public record PublishedPlan(
    String id,
    int revision,
    boolean closed,
    LocalDate firstDay,
    LocalDate lastDay,
    Map<String, Target> targets,
    Map<String, Set<String>> items) {

  public static PublishedPlan of(Plan content, int revision, boolean closed) {
    return new PublishedPlan(
        content.id(),
        revision,
        closed,
        content.firstDay(),
        content.lastDay(),
        // Of two targets with one id (a faulty plan) the first is taken, as its readers do.
        content
            .targets()
            .collect(Collectors.toUnmodifiableMap(Target::id, Function.identity(), (a, b) -> a)),
        content
            .items()
            .collect(
                Collectors.toUnmodifiableMap(
                    content::itemId, PublishedPlan::targetIds, (a, b) -> a)));
  }

  private static Set<String> targetIds(Plan.WorkItem item) {
    return item.targets().stream().map(Target::id).collect(Collectors.toUnmodifiableSet());
  }

  public Optional<Target> target(String targetId) {
    return Optional.ofNullable(targets.get(targetId));
  }

  public boolean hasItem(String itemId) {
    return items.containsKey(itemId);
  }

  /** Whether the work item promises this target. */
  public boolean isOfItem(String targetId, String itemId) {
    return items.getOrDefault(itemId, Set.of()).contains(targetId);
  }

  public boolean hasDay(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /** Whether this knows more than {@code other}, an earlier or later state of the same plan. */
  public boolean isNewerThan(PublishedPlan other) {
    return revision > other.revision || (revision == other.revision && closed && !other.closed);
  }
}
