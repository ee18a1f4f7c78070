package duban.plans.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.Section;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.plans.amendment.Changes.ChangedItem;
import duban.plans.amendment.Changes.ChangedTarget;
import duban.plans.amendment.Changes.Field;
import duban.plans.amendment.Changes.Item;
import duban.plans.amendment.Changes.Items;
import duban.plans.amendment.Changes.Named;
import duban.plans.amendment.Changes.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares two revisions of a plan field by field. Pure. */
final class Amending {

  private static final String SECTIONS = "sections";

  private Amending() {}

  /**
   * @param before null for nothing: then all of {@code after} is new
   */
  static Changes between(@Nullable Plan before, Plan after) {
    Map<String, WorkItem> oldItems = byKey(before, Plan::items, WorkItem::key);
    Map<String, WorkItem> newItems = byKey(after, Plan::items, WorkItem::key);
    Map<String, Target> oldTargets = byKey(before, Plan::targets, Target::id);
    Map<String, Target> newTargets = byKey(after, Plan::targets, Target::id);
    return new Changes(
        before == null ? List.of() : fields(header(before), header(after)),
        new Items(
            missing(newItems, oldItems).map(Amending::named).toList(),
            missing(oldItems, newItems).map(Amending::named).toList(),
            changedItems(oldItems, newItems)),
        new Targets(
            missing(newTargets, oldTargets).map(Amending::named).toList(),
            missing(oldTargets, newTargets).map(Amending::named).toList(),
            changedTargets(oldTargets, newTargets)));
  }

  private static List<ChangedItem> changedItems(
      Map<String, WorkItem> before, Map<String, WorkItem> after) {
    return after.values().stream()
        .filter(item -> before.containsKey(item.key()))
        .map(item ->
            new ChangedItem(
                item.key(), item.title(), fields(heading(before.get(item.key())), heading(item))))
        .filter(changed -> !changed.fields().isEmpty())
        .toList();
  }

  private static List<ChangedTarget> changedTargets(
      Map<String, Target> before, Map<String, Target> after) {
    return after.values().stream()
        .filter(target -> before.containsKey(target.id()))
        .map(target ->
            new ChangedTarget(
                target.id(), target.title(), fields(tree(before.get(target.id())), tree(target))))
        .filter(changed -> !changed.fields().isEmpty())
        .toList();
  }

  /** In the order of the newer one; what is gone comes last. */
  private static List<Field> fields(ObjectNode before, ObjectNode after) {
    Set<String> names = new LinkedHashSet<>();
    after.fieldNames().forEachRemaining(names::add);
    before.fieldNames().forEachRemaining(names::add);
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      JsonNode was = before.get(name);
      JsonNode is = after.get(name);
      if (!Objects.equals(was, is)) {
        fields.add(new Field(name, was, is));
      }
    }
    return fields;
  }

  private static <T> Stream<T> missing(Map<String, T> those, Map<String, T> here) {
    return those.entrySet().stream()
        .filter(entry -> !here.containsKey(entry.getKey()))
        .map(Map.Entry::getValue);
  }

  private static <T> Map<String, T> byKey(
      @Nullable Plan plan, Function<Plan, Stream<T>> parts, Function<T, String> key) {
    return plan == null
        ? Map.of()
        : parts
            .apply(plan)
            .collect(
                Collectors.toMap(
                    key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
  }

  private static ObjectNode header(Plan plan) {
    ObjectNode header = tree(plan);
    header.set(
        SECTIONS,
        Json.lenient().valueToTree(plan.sections().stream().map(Amending::emptied).toList()));
    return header;
  }

  private static Section emptied(Section section) {
    return new Section(section.no(), section.title(), section.titleEn(), List.of());
  }

  private static ObjectNode heading(@Nullable WorkItem item) {
    return tree(item == null ? null : item.with(List.of()));
  }

  private static ObjectNode tree(@Nullable Object content) {
    return content == null
        ? Json.lenient().createObjectNode()
        : Json.lenient().valueToTree(content);
  }

  private static Item named(WorkItem item) {
    return new Item(item.key(), item.title());
  }

  private static Named named(Target target) {
    return new Named(target.id(), target.title());
  }
}
