package duban.reporting.standing;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.PacePoint;
import duban.reporting.promise.Definition;
import duban.reporting.promise.Pace;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Since which day a target has been behind or overdue without a break. Between two days on which
 * something was said, or a period or the line of the pace turns, its light goes one way only: what
 * is done stays as it is and what is due grows. So a look at both ends of each such stretch is
 * enough, and a day within one is found by halving.
 */
public final class RedSince {

  private final Definition definition;
  private final List<Observation> said;

  private RedSince(Definition definition, List<Observation> said) {
    this.definition = definition;
    this.said = said;
  }

  /**
   * @param said all that was said of it up to the day, in {@link Observation#ORDER}
   * @return null when it is not red on that day
   */
  public static @Nullable LocalDate of(
      Definition definition, List<Observation> said, LocalDate day) {
    RedSince since = new RedSince(definition, said);
    return since.isRed(day) ? since.first(day) : null;
  }

  private LocalDate first(LocalDate day) {
    LocalDate last = day;
    for (LocalDate turn : turns(day).descendingSet()) {
      if (!isRed(turn)) {
        return firstAfter(turn, last);
      }
      last = turn;
      if (!isRed(turn.minusDays(1))) {
        return turn;
      }
    }
    return last;
  }

  /**
   * @param before a day on which it is not red
   * @param red a later one on which it is
   */
  private LocalDate firstAfter(LocalDate before, LocalDate red) {
    LocalDate no = before;
    LocalDate yes = red;
    while (ChronoUnit.DAYS.between(no, yes) > 1) {
      LocalDate between = no.plusDays(ChronoUnit.DAYS.between(no, yes) / 2);
      if (isRed(between)) {
        yes = between;
      } else {
        no = between;
      }
    }
    return yes;
  }

  private NavigableSet<LocalDate> turns(LocalDate day) {
    NavigableSet<LocalDate> turns = new TreeSet<>();
    turns.add(definition.start());
    turns.add(definition.due());
    said.forEach(one -> turns.add(one.day()));
    Pace.points(definition).stream().map(PacePoint::on).forEach(turns::add);
    if (definition.kind() == Kind.FREQUENCY) {
      definition.periods().forEach(span -> turns.add(span.last()));
    }
    return turns.headSet(day, true);
  }

  private boolean isRed(LocalDate day) {
    Fold fold = new Fold(definition, day);
    said.forEach(fold::add);
    return fold.light().isRed();
  }
}
