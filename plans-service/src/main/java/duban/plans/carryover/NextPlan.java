package duban.plans.carryover;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.Section;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.plans.carryover.Carried.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The next year's plan in the making. Pure: the same for the same plans. */
final class NextPlan {

  private final Plan old;
  private final Plan head;
  private final List<Section> sections;
  private final Set<String> used = new HashSet<>();
  private final Map<String, String> continued = new HashMap<>();

  private NextPlan(Plan old, Plan head, List<Plan> known) {
    this.old = old;
    this.head = head;
    this.sections = new ArrayList<>(head.sections());
    for (Plan plan : known) {
      plan.items().forEach(item -> used.add(plan.itemId(item)));
      plan.targets().forEach(target -> used.add(target.id()));
    }
    head.items().forEach(item -> used.add(head.itemId(item)));
    head.targets().forEach(this::note);
  }

  /**
   * @param draft of the next year; null when there is none
   * @param published its last revision, whose ids stand for other promises; null when there is none
   * @param inForce whether a programme runs in the next year
   */
  static Carried of(
      Plan old,
      List<Target> targets,
      Wish wish,
      @Nullable Plan draft,
      @Nullable Plan published,
      Predicate<String> inForce) {
    NextPlan next =
        new NextPlan(
            old,
            draft != null ? draft : outline(old),
            Stream.of(Optional.ofNullable(draft), Optional.ofNullable(published))
                .flatMap(Optional::stream)
                .toList());
    List<Line> carried = new ArrayList<>();
    List<Line> skipped = new ArrayList<>();
    for (Target target : targets) {
      String there = next.continued.get(target.id());
      if (there != null) {
        skipped.add(new Line(target.id(), there));
      } else {
        CarriedTarget one = CarriedTarget.of(target, wish.left(target), old);
        carried.add(new Line(target.id(), next.add(one, inForce)));
      }
    }
    return new Carried(next.plan(), carried, skipped);
  }

  /** The same sections and items with nothing promised yet. */
  private static Plan outline(Plan old) {
    int year = old.year() + 1;
    return new Plan(
        old.district(),
        year,
        years(old.title(), old.year()),
        old.titleEn() == null ? null : years(old.titleEn(), old.year()),
        later(old.starts()),
        later(old.ends()),
        old.zone(),
        old.reportingIntervalDays(),
        old.sections().stream()
            .map(section ->
                section(section, section.items().stream().map(NextPlan::emptied).toList()))
            .toList());
  }

  private static String years(String title, int year) {
    return title.replace(Integer.toString(year), Integer.toString(year + 1));
  }

  private static @Nullable LocalDate later(@Nullable LocalDate day) {
    return day == null ? null : day.plusYears(1);
  }

  private String add(CarriedTarget carried, Predicate<String> inForce) {
    String key = item(itemOf(carried.old()));
    String prefix = head.id() + "." + key + ".";
    int number = 1;
    while (used.contains(prefix + number)) {
      number++;
    }
    Target target = carried.as(prefix + number, inForce);
    for (int s = 0; s < sections.size(); s++) {
      sections.set(s, with(sections.get(s), key, target));
    }
    note(target);
    return target.id();
  }

  private WorkItem itemOf(Target target) {
    return old.items().filter(item -> item.targets().contains(target)).findFirst().orElseThrow();
  }

  /** Items are the same by their words; a number may mean another item in another year. */
  private String item(WorkItem wanted) {
    Optional<WorkItem> same =
        items().filter(item -> item.title().equals(wanted.title())).findFirst();
    return same.isPresent() ? same.get().key() : newItem(wanted);
  }

  private String newItem(WorkItem wanted) {
    Set<String> keys = new HashSet<>(items().map(WorkItem::key).toList());
    String key = wanted.key();
    for (int number = 1; keys.contains(key) || used.contains(head.id() + "." + key); number++) {
      key = Integer.toString(number);
    }
    used.add(head.id() + "." + key);
    WorkItem item =
        new WorkItem(
            key,
            key.equals(wanted.key()) ? wanted.no() : null,
            wanted.title(),
            wanted.titleEn(),
            List.of(),
            wanted.responsibility());
    Section home =
        old.sections().stream().filter(s -> s.items().contains(wanted)).findFirst().orElseThrow();
    put(item, home);
    return key;
  }

  private void put(WorkItem item, Section home) {
    for (int s = 0; s < sections.size(); s++) {
      Section section = sections.get(s);
      if (Objects.equals(section.title(), home.title())) {
        List<WorkItem> more = Stream.concat(section.items().stream(), Stream.of(item)).toList();
        sections.set(s, section(section, more));
        return;
      }
    }
    sections.add(section(home, List.of(item)));
  }

  private static Section with(Section section, String key, Target target) {
    return section(
        section,
        section.items().stream()
            .map(item ->
                item.key().equals(key)
                    ? item.with(Stream.concat(item.targets().stream(), Stream.of(target)).toList())
                    : item)
            .toList());
  }

  private static Section section(Section like, List<WorkItem> items) {
    return new Section(like.no(), like.title(), like.titleEn(), items);
  }

  private static WorkItem emptied(WorkItem item) {
    return item.with(List.of());
  }

  private Stream<WorkItem> items() {
    return sections.stream().flatMap(section -> section.items().stream());
  }

  private void note(Target target) {
    used.add(target.id());
    if (target.continues() != null) {
      continued.put(target.continues(), target.id());
    }
  }

  private Plan plan() {
    return new Plan(
        head.district(),
        head.year(),
        head.title(),
        head.titleEn(),
        head.starts(),
        head.ends(),
        head.zone(),
        head.reportingIntervalDays(),
        List.copyOf(sections));
  }
}
