package duban.reporting.promise;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.PacePoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The share of a promise that is due by the end of a day. */
public final class Pace {

  private Pace() {}

  /** 0..1, six decimals. */
  public static BigDecimal on(Definition definition, LocalDate day) {
    if (definition.kind() == Kind.FREQUENCY) {
      List<Periods.Span> periods = definition.periods();
      return Share.of(Periods.elapsed(periods, day), periods.size());
    }
    return along(points(definition), day);
  }

  /**
   * The corners of the line: nothing at the start, the plan's own points where it gives any, all of
   * it at the due day.
   */
  public static List<PacePoint> points(Definition definition) {
    List<PacePoint> given =
        definition.target().pace() != null ? definition.target().pace() : List.of();
    List<PacePoint> inOrder = given.stream().sorted(Comparator.comparing(PacePoint::on)).toList();
    List<PacePoint> points = new ArrayList<>(inOrder.size() + 2);
    if (inOrder.isEmpty() || inOrder.getFirst().on().isAfter(definition.start())) {
      points.add(new PacePoint(definition.start(), BigDecimal.ZERO));
    }
    points.addAll(inOrder);
    if (points.getLast().on().isBefore(definition.due())) {
      points.add(new PacePoint(definition.due(), BigDecimal.ONE));
    }
    return points;
  }

  private static BigDecimal along(List<PacePoint> points, LocalDate day) {
    if (day.isBefore(points.getFirst().on())) {
      return Share.NONE;
    }
    for (int i = 1; i < points.size(); i++) {
      if (day.isBefore(points.get(i).on())) {
        return between(points.get(i - 1), points.get(i), day);
      }
    }
    // A start that is its own due day has one point, at which all of it is due.
    return points.size() == 1 ? Share.WHOLE : Share.of(points.getLast().share(), BigDecimal.ONE);
  }

  private static BigDecimal between(PacePoint from, PacePoint to, LocalDate day) {
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from.on(), to.on()));
    BigDecimal gone = BigDecimal.valueOf(ChronoUnit.DAYS.between(from.on(), day));
    BigDecimal rise = to.share().subtract(from.share());
    return Share.of(from.share().multiply(days).add(rise.multiply(gone)), days);
  }
}
