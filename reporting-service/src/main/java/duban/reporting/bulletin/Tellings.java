package duban.reporting.bulletin;

import duban.reporting.bulletin.TraceStore.Traced;
import duban.reporting.query.ScopeTold;
import duban.reporting.standing.Light;
import duban.reporting.target.TargetRow;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One scope told for several days, all as known at one moment.
 *
 * @param months the ends of the year's months before, the earliest first
 * @param lastMonth null in a plan's first month
 * @param lastYear the same day of the year before
 * @param traced by target
 */
record Tellings(
    ScopeTold now,
    List<MonthEnd> months,
    @Nullable ScopeTold lastMonth,
    @Nullable ScopeTold lastYear,
    Map<String, Traced> traced) {

  /** How targets stood at the end of a month. */
  record MonthEnd(YearMonth month, Map<String, Light> lights) {

    static MonthEnd of(YearMonth month, ScopeTold told) {
      return new MonthEnd(
          month, told.targets().collect(Collectors.toMap(TargetRow::target, TargetRow::light)));
    }
  }

  /** Every target of the scope, by plan and place. */
  List<TargetLine> lines() {
    Map<String, TargetRow> before =
        lastMonth == null
            ? Map.of()
            : lastMonth.targets().collect(Collectors.toMap(TargetRow::target, Function.identity()));
    return now.targets().map(row -> line(row, before.get(row.target()))).toList();
  }

  private TargetLine line(TargetRow row, @Nullable TargetRow before) {
    Traced said = traced.getOrDefault(row.target(), Traced.NOTHING);
    Light lightBefore = before == null ? null : before.light();
    BigDecimal doneBefore = before == null ? null : before.done();
    return new TargetLine(
        row.target(),
        row.plan(),
        row.item(),
        row.district(),
        now.setting().catalogue().name(row.district(), now.setting().today()),
        now.setting().catalogue().nameEn(row.district(), now.setting().today()),
        row.title(),
        row.titleEn(),
        row.kind(),
        row.unit(),
        row.indicator(),
        row.due(),
        row.promised(),
        row.reached(),
        row.numerator(),
        row.denominator(),
        row.done(),
        row.pace(),
        row.light(),
        row.unreported(),
        lightBefore,
        doneBefore,
        TargetLine.isRed(row.light()) ? since(row.target()) : null,
        row.reportedOn(),
        row.reason(),
        said.evidence(),
        said.notes(),
        said.trace());
  }

  private String since(String target) {
    YearMonth since = YearMonth.from(now.setting().today());
    for (MonthEnd end : months.reversed()) {
      if (!TargetLine.isRed(end.lights().get(target))) {
        break;
      }
      since = end.month();
    }
    return since.toString();
  }
}
