package duban.reporting.target;

import duban.contracts.plan.Target;
import duban.reporting.catalogue.Catalogue;
import duban.reporting.event.ObservationStore;
import duban.reporting.plan.TargetPlace;
import duban.reporting.promise.Definition;
import duban.reporting.rollup.Contribution;
import duban.reporting.standing.Standing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target's stored row.
 *
 * @param dropped no longer promised by the plan's latest revision
 * @param standing where it stood when last told; null before the first time
 * @param day the day the standing holds for; null when it must be made anew
 * @param counted what it has put into the sums above it; null when nothing
 */
public record TargetState(
    TargetPlace place,
    Target target,
    LocalDate planStarts,
    LocalDate planEnds,
    int reportingIntervalDays,
    boolean dropped,
    @Nullable LocalDate day,
    @Nullable Standing standing,
    @Nullable Counted counted) {

  /**
   * What a change must take away again, whatever the definition says by then.
   *
   * @param indicator null when it adds up under none
   */
  public record Counted(
      String item, List<String> scopes, @Nullable String indicator, Contribution contribution) {}

  public Definition definition(Catalogue catalogue) {
    return new Definition(
        target,
        planStarts,
        planEnds,
        reportingIntervalDays,
        catalogue.indicator(target.indicator()),
        catalogue.settings());
  }

  public ObservationStore.Wanted wanted() {
    return ObservationStore.Wanted.of(place, target);
  }
}
