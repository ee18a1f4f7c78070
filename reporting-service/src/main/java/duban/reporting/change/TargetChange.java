package duban.reporting.change;

import duban.reporting.hindsight.Told;
import duban.reporting.standing.Light;
import duban.reporting.targets.TargetRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A target that stands otherwise at the two ends.
 *
 * @param before absent where the plan did not promise it yet
 * @param after absent where the plan promises it no more
 * @param change what differs: "added", "dropped", or any of "light", "reached", "promised", "due",
 *     "title", "indicator", "unreported". The pace moves with every day and is no change.
 */
public record TargetChange(
    String target,
    String plan,
    String district,
    String title,
    @Nullable String titleEn,
    @Nullable Stood before,
    @Nullable Stood after,
    List<String> change) {

  /** How it stood at one end. */
  @Schema(name = "TargetStood")
  public record Stood(
      int revision,
      BigDecimal promised,
      @Nullable BigDecimal reached,
      BigDecimal done,
      BigDecimal pace,
      Light light,
      LocalDate due,
      boolean unreported) {

    static Stood of(TargetRow row) {
      return new Stood(
          row.revision(),
          row.promised(),
          row.reached(),
          row.done(),
          row.pace(),
          row.light(),
          row.due(),
          row.unreported());
    }
  }

  /** Empty when nothing differs that a reader would call a change. */
  static Optional<TargetChange> of(@Nullable Told before, @Nullable Told after) {
    TargetRow was = before == null ? null : before.row();
    TargetRow is = after == null ? null : after.row();
    TargetRow shown = is != null ? is : was;
    List<String> change = change(was, is);
    return shown == null || change.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TargetChange(
                shown.target(),
                shown.plan(),
                shown.district(),
                shown.title(),
                shown.titleEn(),
                was == null ? null : Stood.of(was),
                is == null ? null : Stood.of(is),
                change));
  }

  private static List<String> change(@Nullable TargetRow was, @Nullable TargetRow is) {
    if (was == null || is == null) {
      return List.of(was == null ? "added" : "dropped");
    }
    List<String> change = new ArrayList<>();
    differs(change, "light", was.light(), is.light());
    differs(change, "reached", was.reached(), is.reached());
    differs(change, "promised", was.promised(), is.promised());
    differs(change, "due", was.due(), is.due());
    differs(change, "title", was.title(), is.title());
    differs(change, "indicator", was.indicator(), is.indicator());
    differs(change, "unreported", was.unreported(), is.unreported());
    return change;
  }

  /** Figures come without digits of scale, so equal ones are equal. */
  static void differs(List<String> change, String word, @Nullable Object was, @Nullable Object is) {
    if (!Objects.equals(was, is)) {
      change.add(word);
    }
  }
}
