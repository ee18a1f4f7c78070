package duban.reporting.bulletin;

import duban.reporting.bulletin.TraceStore.Traced;
import duban.reporting.query.ScopeTold;
import duban.reporting.standing.Light;
import duban.reporting.targets.TargetRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One scope told for several days, all as known at one moment.
 *
 * @param lastMonth the end of the month before; null in a plan's first month
 * @param lastYear the same day of the year before
 * @param since by target, since when it has been red without a break
 * @param traced by target
 * @param basis by target, the events that its figure is made of
 */
record Tellings(
    ScopeTold now,
    @Nullable ScopeTold lastMonth,
    @Nullable ScopeTold lastYear,
    Map<String, LocalDate> since,
    Map<String, Traced> traced,
    Map<String, List<Long>> basis) {

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
        since.get(row.target()),
        row.reportedOn(),
        row.reason(),
        said.evidence(),
        said.notes(),
        said.trace(),
        basis.getOrDefault(row.target(), List.of()));
  }
}
