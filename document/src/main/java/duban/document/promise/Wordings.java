package duban.document.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules for clauses that state no amount, the surest first. */
final class Wordings {

  private Wordings() {}

  /**
   * @param promised whether the words promise; a report's words count only with what they cover
   */
  static List<Found> of(Clause clause, boolean promised) {
    Optional<Found> years = DeadlineRule.inYears(clause);
    if (years.isPresent()) {
      return List.of(years.get());
    }
    Optional<Found> covered = CoverageRule.find(clause);
    if (covered.isPresent() || !promised) {
      return covered.stream().toList();
    }
    Optional<Found> project = ProjectRule.find(clause.behindDay());
    if (project.isPresent()) {
      return List.of(project.get());
    }
    List<Found> titles = titles(clause);
    if (!titles.isEmpty()) {
      return titles;
    }
    return DeadlineRule.byDay(clause)
        .or(() -> FoundingRule.find(clause))
        .or(() -> VagueRule.find(clause))
        .stream()
        .toList();
  }

  /** 甲中学创建四星级高中、乙中学创建…: each entry may win a title of its own. */
  private static List<Found> titles(Clause clause) {
    List<Found> found = new ArrayList<>();
    int from = clause.from();
    for (int i = clause.from(); i <= clause.to(); i++) {
      if (i == clause.to() || clause.text().open().charAt(i) == '、') {
        DesignationRule.find(new Clause(clause.text(), from, from, i)).ifPresent(found::add);
        from = i + 1;
      }
    }
    return found.isEmpty() ? DesignationRule.find(clause).stream().toList() : found;
  }
}
