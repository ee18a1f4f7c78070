package duban.reporting.official;

import duban.reporting.bulletin.AppraisalLine;
import duban.reporting.bulletin.Lights;
import duban.reporting.bulletin.ScopeLine;
import duban.reporting.bulletin.Summary;
import duban.reporting.bulletin.Summary.OpenItem;
import duban.reporting.bulletin.Summary.PlanLine;
import duban.reporting.bulletin.TargetLine;
import duban.reporting.official.Letter.Column;
import duban.reporting.standing.Light;
import java.util.List;

/** A year's summary in words. */
final class SummaryLetter {

  private final Letter letter;
  private final Words words;
  private final Tables tables;
  private final Chapters chapters;

  SummaryLetter(Letter letter, Words words) {
    this.letter = letter;
    this.words = words;
    this.tables = new Tables(letter, words);
    this.chapters = new Chapters(letter, words);
  }

  void write(Summary summary) {
    overview(summary);
    targets(summary);
    if (!summary.indicators().isEmpty()) {
      chapters.next("各区县指标完成情况", "Indicators by district");
      tables.indicators(summary.indicators());
    }
    chapters.next("问题整改情况", "Problems");
    tables.problems(summary.problems());
    if (!summary.reporting().isEmpty()) {
      chapters.next("报送纪律", "Reporting discipline");
      tables.reporting(summary.heading(), summary.reporting());
    }
    appraisals(summary.appraisals());
    open(summary.open());
  }

  private void overview(Summary summary) {
    ScopeLine total = summary.overview().getFirst();
    Lights now = total.now();
    String day = words.day(summary.heading().asOf());
    chapters.next("总体完成情况", "Overview");
    letter.text(
        words.of(
            "截至"
                + day
                + "，"
                + total.name()
                + "年度工作要点共有目标"
                + now.targets()
                + "项，达成"
                + now.of(Light.ACHIEVED)
                + "项，未达成"
                + (now.targets() - now.of(Light.ACHIEVED))
                + "项。",
            "By "
                + day
                + " "
                + now.of(Light.ACHIEVED)
                + " of the "
                + now.targets()
                + " targets of "
                + total.nameEn()
                + " were achieved."));
    tables.overview(summary.overview());
  }

  private void targets(Summary summary) {
    chapters.next("各区县目标完成情况", "Targets by district");
    int part = 1;
    for (PlanLine plan : summary.plans()) {
      letter.subheading(
          words.of(Chapters.part(part), "(" + part + ") ")
              + words.or(plan.districtName(), plan.districtNameEn()));
      part++;
      letter.text(revisions(plan));
      List<TargetLine> lines =
          summary.targets().stream().filter(line -> line.plan().equals(plan.plan())).toList();
      tables.targets(lines);
      lines.stream().filter(line -> !line.notes().isEmpty()).forEach(this::narrative);
    }
  }

  private String revisions(PlanLine plan) {
    return words.of(
        "《"
            + plan.title()
            + "》现行第"
            + plan.revision()
            + "版，修订中新增目标"
            + plan.added().size()
            + "项，取消"
            + plan.dropped().size()
            + "项"
            + (plan.closed() ? "，已办结。" : "。"),
        plan.title()
            + ", revision "
            + plan.revision()
            + ": "
            + plan.added().size()
            + " added and "
            + plan.dropped().size()
            + " dropped by amendments"
            + (plan.closed() ? "; closed." : "."));
  }

  private void narrative(TargetLine line) {
    letter.text(words.title(line) + words.of("：", ": ") + line.notes().getFirst());
  }

  private void appraisals(List<AppraisalLine> lines) {
    chapters.next("年度考评", "Appraisal of the year");
    if (lines.isEmpty()) {
      letter.text(words.of("各区县计划均未考评。", "No plan has been appraised."));
      return;
    }
    letter.table(
        List.of(
            Column.text(words.of("区县", "District"), 14),
            Column.number(words.of("得分", "Score"), 10),
            Column.text(words.of("等次", "Grade"), 12),
            Column.text(words.of("评语", "Words"), 32),
            Column.text(words.of("考评人", "By"), 14),
            Column.text(words.of("日期", "Day"), 18)),
        lines.stream().map(this::appraisal).toList());
  }

  private List<String> appraisal(AppraisalLine line) {
    String earlier = line.current() ? "" : words.of("（原考评）", " (earlier)");
    return List.of(
        words.or(line.districtName(), line.districtNameEn()) + earlier,
        line.score() == null ? "" : words.figure(line.score(), null),
        line.grade() == null ? "" : line.grade(),
        line.text() == null ? "" : line.text(),
        line.by() == null ? "" : line.by(),
        words.day(line.on()));
  }

  private void open(List<OpenItem> items) {
    chapters.next("结转下年度的事项建议", "Proposed for the next year");
    if (items.isEmpty()) {
      letter.text(words.of("全部目标均已达成。", "Every target was achieved."));
      return;
    }
    letter.table(
        List.of(
            Column.text(words.of("区县", "District"), 14),
            Column.text(words.of("目标", "Target"), 30),
            Column.number(words.of("尚缺", "Remaining"), 16),
            Column.text(words.of("原因", "Why"), 40)),
        items.stream()
            .map(item ->
                List.of(
                    item.districtName(),
                    words.or(item.title(), item.titleEn()),
                    words.figure(item.remaining(), item.unit()),
                    words.of(item.why())))
            .toList());
  }
}
