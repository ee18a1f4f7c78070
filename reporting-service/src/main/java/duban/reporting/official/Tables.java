package duban.reporting.official;

import duban.contracts.catalogue.Issue.Position;
import duban.reporting.bulletin.Heading;
import duban.reporting.bulletin.IndicatorLine;
import duban.reporting.bulletin.IndicatorLine.Figures;
import duban.reporting.bulletin.Lights;
import duban.reporting.bulletin.Paper;
import duban.reporting.bulletin.ProblemPart;
import duban.reporting.bulletin.ReportingLine;
import duban.reporting.bulletin.ScopeLine;
import duban.reporting.bulletin.TargetLine;
import duban.reporting.official.Letter.Column;
import duban.reporting.standing.Light;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables that bulletins and summaries have in common. */
final class Tables {

  private final Letter letter;
  private final Words words;

  Tables(Letter letter, Words words) {
    this.letter = letter;
    this.words = words;
  }

  void overview(List<ScopeLine> scopes) {
    List<Column> columns =
        List.of(
            Column.text(words.of("区划", "Division"), 20),
            Column.number(words.of("目标数", "Targets"), 11),
            Column.number(words.of("已达成", "Achieved"), 12),
            Column.number(words.of("正常", "On track"), 11),
            Column.number(words.of("预警", "At risk"), 11),
            Column.number(words.of("滞后", "Behind"), 11),
            Column.number(words.of("逾期", "Overdue"), 11),
            Column.number(words.of("未报送", "Unreported"), 13));
    letter.table(
        columns,
        scopes.stream()
            .map(scope ->
                List.of(
                    words.or(scope.name(), scope.nameEn()),
                    Integer.toString(scope.now().targets()),
                    moved(scope.now(), scope.lastMonth(), Light.ACHIEVED),
                    moved(scope.now(), scope.lastMonth(), Light.ON_TRACK),
                    moved(scope.now(), scope.lastMonth(), Light.AT_RISK),
                    moved(scope.now(), scope.lastMonth(), Light.BEHIND),
                    moved(scope.now(), scope.lastMonth(), Light.OVERDUE),
                    Integer.toString(scope.now().unreported())))
            .toList());
  }

  /** {@code 5 (+2)}: now, and against the month before. */
  private static String moved(Lights now, @Nullable Lights before, Light light) {
    int count = now.of(light);
    int change = before == null ? 0 : count - before.of(light);
    return change == 0 ? Integer.toString(count) : "%d (%+d)".formatted(count, change);
  }

  void targets(List<TargetLine> lines) {
    List<Column> columns =
        List.of(
            Column.text(words.of("区县", "District"), 13),
            Column.text(words.of("目标", "Target"), 26),
            Column.number(words.of("承诺", "Promised"), 13),
            Column.number(words.of("完成", "Reached"), 13),
            Column.number(words.of("完成率", "Share"), 10),
            Column.text(words.of("状态", "Light"), 10),
            Column.text(words.of("台账", "Ledger"), 15));
    letter.table(columns, lines.stream().map(this::target).toList());
  }

  private List<String> target(TargetLine line) {
    return List.of(
        words.district(line),
        words.title(line),
        words.figure(line.promised(), line.unit()),
        words.figure(line.reached(), line.unit()),
        words.percent(line.done()),
        words.light(line.light()),
        words.places(line));
  }

  /** Each indicator's sum, and below it its districts side by side. */
  void indicators(List<IndicatorLine> lines) {
    List<Column> columns =
        List.of(
            Column.text(words.of("指标", "Indicator"), 25),
            Column.text(words.of("区划", "Division"), 12),
            Column.number(words.of("承诺", "Promised"), 11),
            Column.number(words.of("完成", "Reached"), 11),
            Column.number(words.of("完成率", "Share"), 10),
            Column.number(words.of("上月", "Month before"), 10),
            Column.number(words.of("去年同期", "Year before"), 11),
            Column.text(words.of("状态", "Light"), 10));
    letter.table(columns, lines.stream().flatMap(this::indicator).toList());
  }

  private Stream<List<String>> indicator(IndicatorLine line) {
    String name = words.or(line.name(), line.nameEn());
    String named =
        line.unit() == null ? name : name + words.of("（", " (") + line.unit() + words.of("）", ")");
    return Stream.concat(
        Stream.of(figures(named, line.total(), line.unit())),
        line.districts().stream().map(one -> figures("", one, line.unit())));
  }

  private List<String> figures(String indicator, Figures one, @Nullable String unit) {
    return List.of(
        indicator,
        words.or(one.name(), one.nameEn()),
        words.bare(one.promised(), unit),
        words.bare(one.reached(), unit),
        words.percent(one.share()),
        words.percent(one.lastMonth()),
        words.percent(one.lastYear()),
        words.light(one.light()));
  }

  void reporting(Heading heading, List<ReportingLine> lines) {
    String day = words.day(heading.reportingAsOf());
    letter.text(words.of("报送情况统计至" + day + "。", "Reports that had come by " + day + "."));
    letter.table(
        List.of(
            Column.text(words.of("区县", "District"), 28),
            Column.number(words.of("应报", "Due"), 14),
            Column.number(words.of("按时", "On time"), 14),
            Column.number(words.of("迟报", "Late"), 14),
            Column.number(words.of("未报", "Missing"), 14),
            Column.number(words.of("按时率", "Rate"), 16)),
        lines.stream()
            .map(line ->
                List.of(
                    words.or(line.name(), line.nameEn()),
                    Integer.toString(line.due()),
                    Integer.toString(line.onTime()),
                    Integer.toString(line.late()),
                    Integer.toString(line.missing()),
                    words.percent(line.rate())))
            .toList());
  }

  void problems(ProblemPart part) {
    letter.text(
        words.of(
            "问题清单中未销号"
                + part.open()
                + "项（其中逾期"
                + part.overdue().size()
                + "项），待核验"
                + part.rectified()
                + "项，已销号"
                + part.closed()
                + "项；本期新增"
                + part.opened().size()
                + "项，销号"
                + part.verified().size()
                + "项。",
            part.open()
                + " problems are open ("
                + part.overdue().size()
                + " overdue), "
                + part.rectified()
                + " await checking, "
                + part.closed()
                + " are closed; "
                + part.opened().size()
                + " were opened and "
                + part.verified().size()
                + " closed in this time."));
    if (!part.overdue().isEmpty()) {
      letter.table(
          List.of(
              Column.text(words.of("区县", "District"), 16),
              Column.text(words.of("问题", "Problem"), 16),
              Column.text(words.of("内容", "What"), 38),
              Column.text(words.of("期限", "Due"), 16),
              Column.number(words.of("逾期天数", "Days over"), 14)),
          part.overdue().stream()
              .map(one ->
                  List.of(
                      words.or(one.districtName(), one.districtNameEn()),
                      one.problem(),
                      one.text() == null ? "" : one.text(),
                      one.due().toString(),
                      Long.toString(one.overdueDays())))
              .toList());
    }
  }

  /** What the paper was made from, so that a copy can be proved. */
  void sources(Paper paper, Imprint imprint) {
    letter.caption(words.of("数据依据", "Sources"));
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, Position> one : paper.positions().entrySet()) {
      rows.add(List.of(one.getKey(), Long.toString(one.getValue().seq()), one.getValue().hash()));
    }
    letter.table(
        List.of(
            Column.text(words.of("台账", "Ledger"), 20),
            Column.number(words.of("位置", "Position"), 12),
            Column.text(words.of("链上摘要", "Hash of the chain"), 68)),
        rows);
    if (imprint.digest() != null) {
      letter.text(
          words.of("内容摘要（SHA-256）：", "Digest of the content (SHA-256): ") + imprint.digest());
    }
  }
}
