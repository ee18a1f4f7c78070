package duban.reporting.sheet;

import duban.contracts.catalogue.Issue.Position;
import duban.reporting.bulletin.AppraisalLine;
import duban.reporting.bulletin.Bulletin;
import duban.reporting.bulletin.IndicatorLine;
import duban.reporting.bulletin.IndicatorLine.Figures;
import duban.reporting.bulletin.Lights;
import duban.reporting.bulletin.Paper;
import duban.reporting.bulletin.ProblemLine;
import duban.reporting.bulletin.ProblemPart;
import duban.reporting.bulletin.ReportingLine;
import duban.reporting.bulletin.ScopeLine;
import duban.reporting.bulletin.Summary;
import duban.reporting.bulletin.TargetLine;
import duban.reporting.sheet.Table.Column;
import duban.reporting.sheet.Table.Percent;
import duban.reporting.standing.Light;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** Papers as .xlsx files, one sheet a view. */
public final class Workbooks {

  private final Workbook workbook;
  private final boolean english;

  private Workbooks(Workbook workbook, boolean english) {
    this.workbook = workbook;
    this.english = english;
  }

  /**
   * @param language "zh" or "en"
   */
  public static byte[] of(Paper paper, String language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Duban", "1.0")) {
      new Workbooks(workbook, language.equals("en")).write(paper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void write(Paper paper) {
    switch (paper) {
      case Bulletin bulletin -> {
        overview(bulletin.overview());
        indicators(bulletin.indicators());
        targets(bulletin.targets());
        problems(bulletin.problems());
        reporting(bulletin.reporting());
      }
      case Summary summary -> {
        overview(summary.overview());
        indicators(summary.indicators());
        targets(summary.targets());
        problems(summary.problems());
        reporting(summary.reporting());
        appraisals(summary.appraisals());
        open(summary);
      }
    }
    sources(paper);
  }

  private String word(String zh, String en) {
    return english ? en : zh;
  }

  private Column column(String zh, String en, int width) {
    return new Column(word(zh, en), width);
  }

  private void overview(List<ScopeLine> scopes) {
    Table table =
        new Table(
            workbook,
            word("概览", "Overview"),
            Stream.of(
                    column("区划代码", "Code", 10),
                    column("区划", "Division", 16),
                    column("时点", "When", 12),
                    column("目标数", "Targets", 10),
                    column("已有报送", "Reported", 10),
                    column("未报送", "Unreported", 10),
                    column("已达成", "Achieved", 10),
                    column("正常", "On track", 10),
                    column("有风险", "At risk", 10),
                    column("滞后", "Behind", 10),
                    column("逾期", "Overdue", 10),
                    column("未到期", "Not due", 10))
                .toList());
    for (ScopeLine scope : scopes) {
      lights(table, scope, word("本期", "Now"), scope.now());
      if (scope.lastMonth() != null) {
        lights(table, scope, word("上月", "Month before"), scope.lastMonth());
      }
      if (scope.lastYear() != null) {
        lights(table, scope, word("去年同期", "Year before"), scope.lastYear());
      }
    }
    table.done();
  }

  private void lights(Table table, ScopeLine scope, String when, Lights lights) {
    table.row(
        scope.scope(),
        word(scope.name(), scope.nameEn()),
        when,
        lights.targets(),
        lights.reported(),
        lights.unreported(),
        lights.of(Light.ACHIEVED),
        lights.of(Light.ON_TRACK),
        lights.of(Light.AT_RISK),
        lights.of(Light.BEHIND),
        lights.of(Light.OVERDUE),
        lights.of(Light.NOT_DUE));
  }

  private void indicators(List<IndicatorLine> indicators) {
    Table table =
        new Table(
            workbook,
            word("指标", "Indicators"),
            List.of(
                column("指标", "Indicator", 28),
                column("单位", "Unit", 8),
                column("区划代码", "Code", 10),
                column("区划", "Division", 16),
                column("承诺", "Promised", 14),
                column("完成", "Reached", 14),
                column("完成率", "Share", 10),
                column("时序", "Pace", 10),
                column("上月", "Month before", 10),
                column("去年同期", "Year before", 10),
                column("状态", "Light", 10)));
    for (IndicatorLine line : indicators) {
      figures(table, line, line.total());
      line.districts().forEach(one -> figures(table, line, one));
    }
    table.done();
  }

  private void figures(Table table, IndicatorLine line, Figures one) {
    table.row(
        word(line.name(), line.nameEn()),
        line.unit(),
        one.scope(),
        word(one.name(), one.nameEn()),
        one.promised(),
        one.reached(),
        new Percent(one.share()),
        new Percent(one.pace()),
        new Percent(one.lastMonth()),
        new Percent(one.lastYear()),
        one.light() == null ? null : one.light().word());
  }

  private void targets(List<TargetLine> lines) {
    Table table =
        new Table(
            workbook,
            word("目标", "Targets"),
            List.of(
                column("编号", "Id", 18),
                column("区县", "District", 14),
                column("目标", "Target", 40),
                column("类型", "Kind", 10),
                column("单位", "Unit", 8),
                column("承诺", "Promised", 14),
                column("完成", "Reached", 14),
                column("分子", "Numerator", 12),
                column("分母", "Denominator", 12),
                column("完成率", "Share", 10),
                column("时序", "Pace", 10),
                column("状态", "Light", 10),
                column("未报送", "Unreported", 8),
                column("滞后起于", "Red since", 12),
                column("报送日期", "Reported on", 12),
                column("原因", "Why", 50),
                column("佐证", "Evidence", 8),
                column("台账", "Ledger", 18),
                column("位置", "Position", 10)));
    for (TargetLine line : lines) {
      table.row(
          line.target(),
          word(line.districtName(), line.districtNameEn()),
          word(line.title(), line.titleEn() == null ? line.title() : line.titleEn()),
          line.kind().word(),
          line.unit(),
          line.promised(),
          line.reached(),
          line.numerator(),
          line.denominator(),
          new Percent(line.done()),
          new Percent(line.pace()),
          line.light().word(),
          line.unreported() ? word("是", "yes") : null,
          line.since(),
          line.reportedOn(),
          line.reason().in(english ? "en" : "zh"),
          line.evidence(),
          line.trace() == null ? null : line.trace().ledger(),
          line.trace() == null ? null : line.trace().seq());
    }
    table.done();
  }

  private void problems(ProblemPart part) {
    Table table =
        new Table(
            workbook,
            word("问题", "Problems"),
            List.of(
                column("情形", "Which", 10),
                column("编号", "Id", 16),
                column("区县", "District", 14),
                column("工作项", "Item", 30),
                column("内容", "What", 40),
                column("状态", "State", 10),
                column("期限", "Due", 12),
                column("逾期天数", "Days over", 10),
                column("台账", "Ledger", 18),
                column("位置", "Position", 10)));
    problems(table, word("新增", "opened"), part.opened());
    problems(table, word("销号", "closed"), part.verified());
    problems(table, word("逾期", "overdue"), part.overdue());
    table.done();
  }

  private void problems(Table table, String which, List<ProblemLine> lines) {
    for (ProblemLine line : lines) {
      table.row(
          which,
          line.problem(),
          word(line.districtName(), line.districtNameEn()),
          line.itemTitle() == null ? line.item() : line.itemTitle(),
          line.text(),
          line.state().word(),
          line.due(),
          line.overdueDays(),
          line.trace().ledger(),
          line.trace().seq());
    }
  }

  private void reporting(List<ReportingLine> lines) {
    Table table =
        new Table(
            workbook,
            word("报送", "Reporting"),
            List.of(
                column("区县", "District", 16),
                column("应报", "Due", 10),
                column("按时", "On time", 10),
                column("迟报", "Late", 10),
                column("未报", "Missing", 10),
                column("待报", "Pending", 10),
                column("按时率", "Rate", 10)));
    for (ReportingLine line : lines) {
      table.row(
          word(line.name(), line.nameEn()),
          line.due(),
          line.onTime(),
          line.late(),
          line.missing(),
          line.pending(),
          new Percent(line.rate()));
    }
    table.done();
  }

  private void appraisals(List<AppraisalLine> lines) {
    Table table =
        new Table(
            workbook,
            word("考评", "Appraisal"),
            List.of(
                column("区县", "District", 14),
                column("计划", "Plan", 14),
                column("得分", "Score", 10),
                column("等次", "Grade", 10),
                column("评语", "Words", 40),
                column("考评人", "By", 18),
                column("日期", "Day", 12),
                column("现行", "Current", 8),
                column("台账", "Ledger", 18),
                column("位置", "Position", 10)));
    for (AppraisalLine line : lines) {
      table.row(
          word(line.districtName(), line.districtNameEn()),
          line.plan(),
          line.score(),
          line.grade(),
          line.text(),
          line.by(),
          line.on(),
          line.current() ? word("是", "yes") : null,
          line.trace().ledger(),
          line.trace().seq());
    }
    table.done();
  }

  private void open(Summary summary) {
    Table table =
        new Table(
            workbook,
            word("结转建议", "Next year"),
            List.of(
                column("编号", "Id", 18),
                column("区县", "District", 14),
                column("目标", "Target", 40),
                column("单位", "Unit", 8),
                column("承诺", "Promised", 14),
                column("完成", "Reached", 14),
                column("尚缺", "Remaining", 14),
                column("原因", "Why", 50)));
    summary
        .open()
        .forEach(item ->
            table.row(
                item.target(),
                item.districtName(),
                item.title(),
                item.unit(),
                item.promised(),
                item.reached(),
                item.remaining(),
                item.why().in(english ? "en" : "zh")));
    table.done();
  }

  private void sources(Paper paper) {
    Table table =
        new Table(
            workbook,
            word("依据", "Sources"),
            List.of(
                column("台账", "Ledger", 20),
                column("位置", "Position", 10),
                column("链上摘要", "Hash of the chain", 70)));
    for (Map.Entry<String, Position> one : paper.positions().entrySet()) {
      table.row(one.getKey(), one.getValue().seq(), one.getValue().hash());
    }
    table.done();
  }
}
