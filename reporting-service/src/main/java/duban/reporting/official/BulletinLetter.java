package duban.reporting.official;

import duban.reporting.bulletin.Bulletin;
import duban.reporting.bulletin.LaterPlan;
import duban.reporting.bulletin.Lights;
import duban.reporting.bulletin.ScopeLine;
import duban.reporting.bulletin.TargetLine;
import duban.reporting.standing.Light;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A month's bulletin in words. */
final class BulletinLetter {

  private final Letter letter;
  private final Words words;
  private final Tables tables;
  private final Chapters chapters;

  BulletinLetter(Letter letter, Words words) {
    this.letter = letter;
    this.words = words;
    this.tables = new Tables(letter, words);
    this.chapters = new Chapters(letter, words);
  }

  void write(Bulletin bulletin) {
    overview(bulletin);
    reached(bulletin.reached());
    behind(bulletin.behind());
    madeUp(bulletin.madeUp());
    unreported(bulletin.unreported());
    supervision(bulletin);
    sideBySide(bulletin);
    changes(bulletin.changes());
  }

  private void overview(Bulletin bulletin) {
    ScopeLine total = bulletin.overview().getFirst();
    Lights now = total.now();
    String day = words.day(bulletin.heading().asOf());
    chapters.next("总体情况", "Overview");
    letter.text(
        words.of(
            "截至"
                + day
                + "，"
                + total.name()
                + "各区县年度工作要点共有目标"
                + now.targets()
                + "项，其中已达成"
                + now.of(Light.ACHIEVED)
                + "项，正常推进"
                + now.of(Light.ON_TRACK)
                + "项，预警"
                + now.of(Light.AT_RISK)
                + "项，滞后"
                + now.of(Light.BEHIND)
                + "项，逾期"
                + now.of(Light.OVERDUE)
                + "项；已有报送"
                + now.reported()
                + "项，超期未报送"
                + now.unreported()
                + "项。",
            "By "
                + day
                + " the annual plans of "
                + total.nameEn()
                + " had "
                + now.targets()
                + " targets: "
                + now.of(Light.ACHIEVED)
                + " achieved, "
                + now.of(Light.ON_TRACK)
                + " on track, "
                + now.of(Light.AT_RISK)
                + " at risk, "
                + now.of(Light.BEHIND)
                + " behind and "
                + now.of(Light.OVERDUE)
                + " overdue; "
                + now.reported()
                + " have been reported on, "
                + now.unreported()
                + " are silent for too long."));
    bulletin.publishedLater().forEach(plan -> letter.text(later(plan, day)));
    tables.overview(bulletin.overview());
  }

  private String later(LaterPlan plan, String day) {
    String published = words.day(plan.published());
    return words.of(
        plan.districtName() + "的工作要点于" + published + "发布，截至" + day + "尚未发布，所示状态按发布后的要点推算。",
        "The plan of "
            + plan.districtNameEn()
            + " was published on "
            + published
            + ", so not yet on "
            + day
            + ": its lights are worked out from what it says since.");
  }

  private void reached(List<TargetLine> lines) {
    chapters.next("本月达成的目标", "Reached this month");
    if (lines.isEmpty()) {
      letter.text(words.of("本月没有新达成的目标。", "No target was reached this month."));
    } else {
      letter.text(
          words.of("本月新达成目标" + lines.size() + "项。", lines.size() + " targets were reached."));
      tables.targets(lines);
    }
  }

  private void behind(List<TargetLine> lines) {
    chapters.next("进展滞后的目标及原因", "Behind, and why");
    if (lines.isEmpty()) {
      letter.text(words.of("没有滞后或逾期的目标。", "No target is behind or overdue."));
    }
    int part = 1;
    for (Map.Entry<String, List<TargetLine>> district : byDistrict(lines).entrySet()) {
      letter.subheading(words.of(Chapters.part(part), "(" + part + ") ") + district.getKey());
      part++;
      int no = 1;
      for (TargetLine line : district.getValue()) {
        letter.text(no + ". " + words.title(line) + words.of("：", ": ") + why(line));
        no++;
      }
    }
  }

  private String why(TargetLine line) {
    String since =
        line.since() == null
            ? ""
            : words.of(
                "，自" + words.day(line.since()) + "起亮红灯", ", red since " + words.day(line.since()));
    String places =
        line.trace() == null
            ? ""
            : words.of("（台账 " + words.places(line) + "）", " (ledger " + words.places(line) + ")");
    return withoutStop(words.of(line.reason())) + since + places + words.of("。", ".");
  }

  /** The sentence goes on behind it. */
  private static String withoutStop(String sentence) {
    return sentence.endsWith("。") || sentence.endsWith(".")
        ? sentence.substring(0, sentence.length() - 1)
        : sentence;
  }

  private Map<String, List<TargetLine>> byDistrict(List<TargetLine> lines) {
    Map<String, List<TargetLine>> byDistrict = new TreeMap<>();
    for (TargetLine line : lines) {
      byDistrict.computeIfAbsent(words.district(line), name -> new ArrayList<>()).add(line);
    }
    return byDistrict;
  }

  private void madeUp(List<TargetLine> lines) {
    if (!lines.isEmpty()) {
      chapters.next("补齐进度的目标", "Made up");
      tables.targets(lines);
    }
  }

  private void unreported(List<TargetLine> lines) {
    chapters.next("未按时报送的情况", "Not reported");
    if (lines.isEmpty()) {
      letter.text(words.of("各区县均按时报送。", "Every district reported in time."));
    } else {
      letter.text(
          words.of(
              "超过报送间隔仍未报送的目标有" + lines.size() + "项。",
              lines.size() + " targets are silent for longer than their plan allows."));
      tables.targets(lines);
    }
  }

  private void supervision(Bulletin bulletin) {
    if (!bulletin.reporting().isEmpty()) {
      chapters.next("报送纪律", "Reporting discipline");
      tables.reporting(bulletin.heading(), bulletin.reporting());
    }
    chapters.next("问题整改情况", "Problems");
    tables.problems(bulletin.problems());
  }

  private void sideBySide(Bulletin bulletin) {
    if (!bulletin.indicators().isEmpty()) {
      chapters.next("各区县指标对比", "Districts side by side");
      tables.indicators(bulletin.indicators());
    }
  }

  private void changes(List<TargetLine> lines) {
    if (!lines.isEmpty()) {
      chapters.next("本月变化较大的目标", "Largest changes");
      tables.targets(lines);
    }
  }
}
