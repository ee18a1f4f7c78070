package duban.reporting.reason;

import duban.contracts.Text;
import duban.contracts.plan.Target.Period;
import duban.reporting.promise.Comparison;
import duban.reporting.promise.Definition;
import duban.reporting.standing.Detail;
import duban.reporting.standing.Detail.Control;
import duban.reporting.standing.Detail.Explanation;
import duban.reporting.standing.Detail.PartRow;
import duban.reporting.standing.Detail.PeriodRow;
import duban.reporting.standing.Detail.PeriodState;
import duban.reporting.standing.Detail.ProjectRow;
import duban.reporting.standing.Light;
import duban.reporting.standing.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is missing, and what else stands beside a light: each a clause of the sentence. */
public final class Remarks {

  /** More names than a sentence bears are counted instead. */
  private static final int MOST_NAMES = 5;

  private Remarks() {}

  static List<Text> of(Definition definition, Standing standing) {
    List<Text> remarks = new ArrayList<>();
    add(remarks, shortfall(definition, standing));
    add(remarks, missingPeriods(definition, standing));
    add(remarks, unfinished(standing));
    add(remarks, silentParts(standing.detail()));
    add(remarks, partsPromised(definition, standing.detail()));
    add(remarks, control(definition, standing));
    add(remarks, verdict(definition, standing.detail()));
    add(remarks, explanation(definition, standing));
    add(remarks, silence(definition, standing));
    return remarks;
  }

  private static void add(List<Text> remarks, @Nullable Text remark) {
    if (remark != null) {
      remarks.add(remark);
    }
  }

  /** How many a share lacks, or has too many, of its denominator as it is now. */
  private static @Nullable Text shortfall(Definition definition, Standing standing) {
    BigDecimal numerator = standing.numerator();
    BigDecimal denominator = standing.denominator();
    if (numerator == null || denominator == null || standing.light() == Light.ACHIEVED) {
      return null;
    }
    BigDecimal enough =
        Comparison.bar(definition, definition.promised()).multiply(denominator).movePointLeft(2);
    boolean whole = isWhole(numerator) && isWhole(denominator);
    if (definition.falls()) {
      BigDecimal limit = whole ? enough.setScale(0, RoundingMode.FLOOR) : enough;
      if (definition.isStrict() && whole && limit.compareTo(enough) == 0) {
        limit = limit.subtract(BigDecimal.ONE);
      }
      String over = Reason.plain(numerator.subtract(limit));
      return numerator.compareTo(limit) > 0 ? new Text("超出 " + over, over + " too many") : null;
    }
    BigDecimal needed = whole ? enough.setScale(0, RoundingMode.CEILING) : enough;
    if (definition.isStrict() && whole && needed.compareTo(enough) == 0) {
      needed = needed.add(BigDecimal.ONE);
    }
    String lacking = Reason.plain(needed.subtract(numerator));
    return numerator.compareTo(needed) < 0 ? new Text("还差 " + lacking, lacking + " missing") : null;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static @Nullable Text missingPeriods(Definition definition, Standing standing) {
    List<String> missing =
        standing.detail().periods().stream()
            .filter(row -> row.state() == PeriodState.MISSING)
            .map(row -> name(definition, row))
            .toList();
    return missing.isEmpty()
        ? null
        : new Text(
            "未达标：" + listed(missing, "、", " 等 "), "missing: " + listed(missing, ", ", " of "));
  }

  private static String name(Definition definition, PeriodRow row) {
    Period period = definition.target().period();
    return period == Period.MONTH
        ? row.from().toString().substring(0, 7)
        : row.from() + "/" + row.to();
  }

  private static @Nullable Text unfinished(Standing standing) {
    List<String> names =
        standing.detail().projects().stream()
            .filter(row -> !row.finished())
            .map(ProjectRow::project)
            .filter(Objects::nonNull)
            .toList();
    return names.isEmpty() || standing.light() == Light.ACHIEVED
        ? null
        : new Text(
            "未完成：" + listed(names, "、", " 等 "), "not finished: " + listed(names, ", ", " of "));
  }

  /** Who makes the whole unknown; where nobody has spoken the sentence says so already. */
  private static @Nullable Text silentParts(Detail detail) {
    List<PartRow> silent = detail.parts().stream().filter(row -> row.reached() == null).toList();
    if (silent.isEmpty() || silent.size() == detail.parts().size()) {
      return null;
    }
    List<String> zh = silent.stream().map(PartRow::title).toList();
    List<String> en =
        silent.stream().map(row -> Objects.requireNonNullElse(row.titleEn(), row.title())).toList();
    return new Text("尚未报送：" + listed(zh, "、", " 等 "), "no report of: " + listed(en, ", ", " of "));
  }

  private static String listed(List<String> names, String comma, String of) {
    return names.size() <= MOST_NAMES
        ? String.join(comma, names)
        : String.join(comma, names.subList(0, MOST_NAMES)) + of + names.size();
  }

  private static @Nullable Text partsPromised(Definition definition, Detail detail) {
    if (!Boolean.FALSE.equals(detail.partsAddUp())) {
      return null;
    }
    String parts = Reason.plain(detail.partsPromised());
    String whole = Reason.plain(definition.promised());
    return new Text(
        "各分项合计承诺 " + parts + "，与总目标 " + whole + " 不符",
        "the parts promise " + parts + " together, not " + whole);
  }

  private static @Nullable Text control(Definition definition, Standing standing) {
    Control control = standing.detail().control();
    if (control == null || !standing.detail().partsDiffer()) {
      return null;
    }
    String whole =
        figure(definition, control.reached(), control.numerator(), control.denominator());
    String parts =
        figure(definition, standing.figure(), standing.numerator(), standing.denominator());
    return new Text(
        "总体报送 " + whole + "，与分项合计 " + parts + " 不符",
        "the whole was reported as " + whole + ", the parts come to " + parts);
  }

  private static String figure(
      Definition definition,
      @Nullable BigDecimal figure,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator) {
    return definition.isShare()
        ? Reason.plain(numerator) + "/" + Reason.plain(denominator)
        : Reason.plain(figure);
  }

  private static @Nullable Text verdict(Definition definition, Detail detail) {
    if (!detail.disputed()) {
      return null;
    }
    return definition.settings().disputedCounts()
        ? new Text("最近报送有异议，仍计入", "the latest report is disputed and counts")
        : new Text("最近报送有异议，不计入", "the latest report is disputed and does not count");
  }

  /** Null when no explanation is due. */
  public static @Nullable Text explanation(Definition definition, Standing standing) {
    Explanation why = standing.detail().explanationDue();
    if (why == null) {
      return null;
    }
    return switch (why) {
      case BELOW -> {
        String share = Reason.percent(definition.settings().explainBelow());
        String on = String.valueOf(standing.reportedOn());
        yield new Text(
            "须作书面说明：" + on + " 的报送低于当日时序的 " + share + "%",
            "a written explanation is due: the report of "
                + on
                + " is under "
                + share
                + " % of that day's pace");
      }
      case ABOVE -> {
        String times = Reason.plain(definition.settings().explainAbove());
        yield new Text(
            "须作书面说明：报送值超过目标的 " + times + " 倍",
            "a written explanation is due: more than " + times + " times the promise");
      }
    };
  }

  private static @Nullable Text silence(Definition definition, Standing standing) {
    if (!standing.unreported()) {
      return null;
    }
    int limit = definition.reportingIntervalDays();
    return new Text("超过 " + limit + " 天未报送", "no report for more than " + limit + " days");
  }
}
