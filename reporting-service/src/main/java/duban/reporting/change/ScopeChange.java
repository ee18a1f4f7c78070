package duban.reporting.change;

import static duban.reporting.change.TargetChange.differs;

import duban.reporting.rollup.ScopeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A division whose targets stand otherwise at the two ends.
 *
 * @param before absent where it did not stand in this scope yet
 * @param after absent where it stands in this scope no more
 * @param change "added", "dropped", or any of "light", "lights", "targets", "reported",
 *     "unreported", "name", "ended"
 */
public record ScopeChange(
    String scope, @Nullable ScopeRow before, @Nullable ScopeRow after, List<String> change) {

  static Optional<ScopeChange> of(@Nullable ScopeRow was, @Nullable ScopeRow is) {
    ScopeRow shown = is != null ? is : was;
    List<String> change = change(was, is);
    return shown == null || change.isEmpty()
        ? Optional.empty()
        : Optional.of(new ScopeChange(shown.scope(), was, is, change));
  }

  private static List<String> change(@Nullable ScopeRow was, @Nullable ScopeRow is) {
    if (was == null || is == null) {
      return List.of(was == null ? "added" : "dropped");
    }
    List<String> change = new ArrayList<>();
    differs(change, "light", was.light(), is.light());
    differs(change, "lights", was.lights(), is.lights());
    differs(change, "targets", was.targets(), is.targets());
    differs(change, "reported", was.reported(), is.reported());
    differs(change, "unreported", was.unreported(), is.unreported());
    differs(change, "name", was.name(), is.name());
    differs(change, "ended", was.ended(), is.ended());
    return change;
  }
}
