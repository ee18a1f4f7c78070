package duban.reporting.target;

import duban.reporting.promise.Definition;
import duban.reporting.rollup.Contribution;
import duban.reporting.standing.Fold;
import duban.reporting.standing.Observation;
import duban.reporting.standing.Standing;
import duban.reporting.target.TargetState.Counted;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target told anew: from the row as it is stored to where it stands now.
 *
 * @param after what it is counted as from now on; null when its plan promises it no more
 */
public record Move(
    TargetState state, Definition definition, Standing standing, @Nullable Counted after) {

  static Move of(
      TargetState state,
      Definition definition,
      List<String> scopes,
      List<Observation> observations,
      LocalDate day) {
    Standing standing = Fold.standing(definition, observations, day);
    Counted after =
        state.dropped()
            ? null
            : new Counted(
                state.place().item(),
                scopes,
                state.target().indicator(),
                Contribution.of(definition, standing));
    return new Move(state, definition, standing, after);
  }

  Contribution contribution() {
    return after == null ? Contribution.ZERO : after.contribution();
  }

  /** Whether a reader would see another row: the mere day it was told on is none. */
  public boolean isVisible() {
    Standing before = state.standing();
    return state.day() == null
        || before == null
        || !standing.equals(before.on(standing.day()))
        || (after == null) != (state.counted() == null);
  }

  public TargetRow row() {
    return TargetRow.of(state.place(), definition, standing);
  }
}
