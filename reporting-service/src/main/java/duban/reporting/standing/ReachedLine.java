package duban.reporting.standing;

import duban.reporting.promise.Definition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figure of a target after each day on which something was said that counts for it. */
public final class ReachedLine {

  private ReachedLine() {}

  /**
   * @param on the day that the reports speak of
   * @param reached in the target's unit, a percentage for a share; it stands until the next point
   */
  public record Point(
      LocalDate on,
      @Nullable BigDecimal reached,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator) {}

  /**
   * @param said all that was said of it up to the day, in {@link Observation#ORDER}
   * @return rising by day
   */
  public static List<Point> of(Definition definition, List<Observation> said, LocalDate day) {
    Fold fold = new Fold(definition, day);
    List<Point> line = new ArrayList<>();
    for (Observation one : said) {
      if (fold.add(one)) {
        if (!line.isEmpty() && line.getLast().on().equals(one.day())) {
          line.removeLast();
        }
        line.add(point(one.day(), fold.result()));
      }
    }
    return line;
  }

  private static Point point(LocalDate on, Result result) {
    return new Point(
        on,
        Detail.plain(result.figure()),
        Detail.plain(result.numerator()),
        Detail.plain(result.denominator()));
  }
}
