package duban.plans.document;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.plans.likeness.Likeness;
import duban.plans.likeness.Title;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives targets their ids in the order of the text. A plan that was published before keeps its ids:
 * the same promise in the same item goes on under its own, and no other promise gets a used one,
 * since reports were made to them.
 */
final class TargetIds {

  /** Titles of the same promise in two versions of one document hardly differ. */
  private static final double SAME = 0.6;

  private final Plan plan;
  private final Set<String> items;
  private final List<Target> published;
  private final Likeness likeness;
  private final Map<String, Integer> highest = new HashMap<>();

  /**
   * @param plan whose items they are in
   * @param published its last revision; null when there is none
   */
  TargetIds(Plan plan, @Nullable Plan published) {
    this.plan = plan;
    this.items = plan.items().map(plan::itemId).collect(Collectors.toSet());
    this.published =
        published == null ? new ArrayList<>() : new ArrayList<>(published.targets().toList());
    this.likeness =
        Likeness.among(this.published.stream().map(target -> Title.of(target.title())).toList());
    this.published.forEach(target -> use(target.id()));
  }

  String next(String item, Target wanted) {
    String prefix = plan.id() + "." + item + ".";
    Optional<Target> same = published(prefix, wanted);
    same.ifPresent(published::remove);
    return same.map(Target::id).orElseGet(() -> unused(prefix));
  }

  private Optional<Target> published(String prefix, Target wanted) {
    Title title = Title.of(wanted.title());
    return published.stream()
        .filter(target -> target.id().startsWith(prefix) && isSameSort(target, wanted))
        .filter(target -> likeness.of(title, Title.of(target.title())) >= SAME)
        .max(Comparator.comparingDouble(target -> likeness.of(title, Title.of(target.title()))));
  }

  /** What publishing would not let change under one id. */
  private static boolean isSameSort(Target one, Target other) {
    return one.kind() == other.kind()
        && Objects.equals(one.unit(), other.unit())
        && one.period() == other.period();
  }

  /** An item of its own may have the id: 6.2 below 6. */
  private String unused(String prefix) {
    String id = prefix + highest.merge(prefix, 1, Integer::sum);
    return items.contains(id) ? unused(prefix) : id;
  }

  private void use(String id) {
    int dot = id.lastIndexOf('.');
    int number = Integer.parseInt(id.substring(dot + 1));
    highest.merge(id.substring(0, dot + 1), number, Math::max);
  }
}
