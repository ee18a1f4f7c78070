package duban.document;

import duban.document.PlanReading.Item;
import duban.document.PlanReading.Section;
import java.util.List;

/**
 * The words before the first section often name a goal that comes again where the work is told. It
 * is one promise, and belongs to the work.
 */
final class Repeats {

  private Repeats() {}

  /**
   * @param sections the first one holds the words before the others, if there are such words
   */
  static List<Section> dropped(List<Section> sections, String preamble) {
    List<TargetReading> told =
        sections.stream()
            .filter(section -> !section.path().equals(preamble))
            .flatMap(section -> section.items().stream())
            .flatMap(item -> item.targets().stream())
            .toList();
    return sections.stream()
        .map(section -> section.path().equals(preamble) ? without(section, told) : section)
        .toList();
  }

  private static Section without(Section section, List<TargetReading> told) {
    List<Item> items =
        section.items().stream()
            .map(item ->
                new Item(
                    item.no(),
                    item.path(),
                    item.title(),
                    item.paragraphs(),
                    item.targets().stream()
                        .filter(target -> told.stream().noneMatch(later -> same(target, later)))
                        .toList()))
            .toList();
    return new Section(section.no(), section.path(), section.title(), section.heading(), items);
  }

  private static boolean same(TargetReading goal, TargetReading later) {
    return goal.base() != null
        && goal.base().equals(later.base())
        && (goal.title().contains(later.title()) || later.title().contains(goal.title()));
  }
}
