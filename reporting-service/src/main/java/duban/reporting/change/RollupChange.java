package duban.reporting.change;

import static duban.reporting.change.TargetChange.differs;

import duban.reporting.rollup.RollupRow;
import duban.reporting.standing.Light;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rollup that stands otherwise at the two ends.
 *
 * @param change "added", "dropped", or any of "light", "reached", "promised", "share", "targets",
 *     "lights"
 */
public record RollupChange(
    String scope,
    String scopeName,
    String scopeNameEn,
    String indicator,
    String name,
    String nameEn,
    @Nullable String unit,
    @Nullable Stood before,
    @Nullable Stood after,
    List<String> change) {

  /** How it stood at one end. */
  @Schema(name = "RollupStood")
  public record Stood(
      @Nullable BigDecimal promised,
      @Nullable BigDecimal reached,
      @Nullable BigDecimal share,
      @Nullable BigDecimal pace,
      @Nullable Light light,
      int targets,
      int reported,
      int unreported,
      Map<String, Integer> lights) {

    static Stood of(RollupRow row) {
      return new Stood(
          row.promised(),
          row.reached(),
          row.share(),
          row.pace(),
          row.light(),
          row.targets(),
          row.reported(),
          row.unreported(),
          row.lights());
    }
  }

  static Optional<RollupChange> of(@Nullable RollupRow was, @Nullable RollupRow is) {
    RollupRow shown = is != null ? is : was;
    List<String> change = change(was, is);
    return shown == null || change.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RollupChange(
                shown.scope(),
                shown.scopeName(),
                shown.scopeNameEn(),
                shown.indicator(),
                shown.name(),
                shown.nameEn(),
                shown.unit(),
                was == null ? null : Stood.of(was),
                is == null ? null : Stood.of(is),
                change));
  }

  private static List<String> change(@Nullable RollupRow was, @Nullable RollupRow is) {
    if (was == null || is == null) {
      return List.of(was == null ? "added" : "dropped");
    }
    List<String> change = new ArrayList<>();
    differs(change, "light", was.light(), is.light());
    differs(change, "reached", was.reached(), is.reached());
    differs(change, "promised", was.promised(), is.promised());
    differs(change, "share", was.share(), is.share());
    differs(change, "targets", was.targets(), is.targets());
    differs(change, "lights", was.lights(), is.lights());
    return change;
  }
}
