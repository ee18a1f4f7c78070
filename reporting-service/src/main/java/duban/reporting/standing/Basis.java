package duban.reporting.standing;

import duban.reporting.promise.Definition;
import duban.reporting.standing.Observation.Noted;
import duban.reporting.standing.Observation.Reported;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The observations that a target's figure is made of: they alone fold into the same figure. It is
 * one report, or a report and what was added since; of a target that is split those of its parts.
 */
public final class Basis {

  private static final String WHOLE = "";

  private Basis() {}

  /**
   * @param inOrder in {@link Observation#ORDER}, one for each event: what was added on a day not
   *     summed
   * @return their places in the district's ledger, rising; empty while nothing counts
   */
  public static List<Long> of(
      Definition definition, Iterable<? extends Observation> inOrder, LocalDate day) {
    Fold fold = new Fold(definition, day);
    Map<String, List<Long>> byPart = new TreeMap<>();
    for (Observation one : inOrder) {
      if (fold.add(one)) {
        String part = one.part() == null ? WHOLE : one.part();
        List<Long> places = byPart.computeIfAbsent(part, key -> new ArrayList<>());
        if (makesAnew(one)) {
          places.clear();
        }
        places.add(one.seq());
      }
    }
    if (byPart.size() > 1) {
      // Beside its parts a report of the whole is a control and no figure.
      byPart.remove(WHOLE);
    }
    return byPart.values().stream().flatMap(Collection::stream).sorted().toList();
  }

  /** Whether nothing said before it matters any more. */
  private static boolean makesAnew(Observation observation) {
    return observation instanceof Reported
        || (observation instanceof Noted noted && noted.percent() != null);
  }
}
