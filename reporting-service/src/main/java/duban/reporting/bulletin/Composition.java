package duban.reporting.bulletin;

import duban.reporting.bulletin.RevisionStore.Promised;
import duban.reporting.bulletin.Summary.Amended;
import duban.reporting.bulletin.Summary.OpenItem;
import duban.reporting.bulletin.Summary.PlanLine;
import duban.reporting.catalogue.Setting;
import duban.reporting.query.PlanTold;
import duban.reporting.rollup.PlanRow;
import duban.reporting.standing.Light;
import duban.reporting.supervision.Appraisal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Composes papers of what was told. Pure: the same tellings always give the same paper. */
final class Composition {

  private static final int MOST_CHANGES = 10;

  private Composition() {}

  static Bulletin bulletin(
      Edition edition,
      Tellings told,
      Supervision beside,
      Instant knownAt,
      Map<String, Instant> published) {
    List<TargetLine> lines = told.lines();
    return new Bulletin(
        heading(edition, told, knownAt),
        Map.of(),
        ScopeLine.of(told.now(), told.lastMonth(), told.lastYear()),
        LaterPlan.of(published, told.now().setting()),
        lines.stream()
            .filter(line -> line.light() == Light.ACHIEVED && line.before() != Light.ACHIEVED)
            .toList(),
        lines.stream()
            .filter(TargetLine::isRed)
            .sorted(Comparator.comparing(line -> line.done().subtract(line.pace())))
            .toList(),
        lines.stream().filter(line -> line.wasRed() && !line.isRed()).toList(),
        lines.stream().filter(TargetLine::unreported).toList(),
        ReportingLine.of(beside.months(), told.now().setting()),
        ProblemPart.of(edition, beside.problems(), told.now().setting()),
        lines.stream()
            .filter(line -> line.change().signum() != 0)
            .sorted(Comparator.comparing((TargetLine line) -> line.change().abs()).reversed())
            .limit(MOST_CHANGES)
            .toList(),
        IndicatorLine.of(told.now(), told.lastMonth(), told.lastYear()),
        lines);
  }

  static Summary summary(
      Edition edition,
      Tellings told,
      Supervision beside,
      Instant knownAt,
      List<Promised> promised,
      Set<String> closed) {
    List<TargetLine> lines = told.lines();
    return new Summary(
        heading(edition, told, knownAt),
        Map.of(),
        ScopeLine.of(told.now(), told.lastMonth(), told.lastYear()),
        told.now().plans().stream().map(plan -> plan(told, plan, promised, closed)).toList(),
        lines,
        lines.stream().filter(line -> line.light() != Light.ACHIEVED).map(OpenItem::of).toList(),
        IndicatorLine.of(told.now(), told.lastMonth(), told.lastYear()),
        ReportingLine.of(beside.months(), told.now().setting()),
        ProblemPart.of(edition, beside.problems(), told.now().setting()),
        appraisals(beside.appraisals(), told.now().setting()));
  }

  private static List<AppraisalLine> appraisals(List<Appraisal> given, Setting setting) {
    return given.stream()
        .map(one -> AppraisalLine.of(one, setting.catalogue(), setting.today()))
        .toList();
  }

  private static Heading heading(Edition edition, Tellings told, Instant knownAt) {
    var setting = told.now().setting();
    return Heading.of(
        edition,
        setting.catalogue().name(edition.scope(), setting.today()),
        setting.catalogue().nameEn(edition.scope(), setting.today()),
        setting.today(),
        knownAt);
  }

  private static PlanLine plan(
      Tellings told, PlanTold plan, List<Promised> promised, Set<String> closed) {
    PlanRow row = plan.plan();
    var setting = told.now().setting();
    Map<String, Promised> first = new LinkedHashMap<>();
    Map<String, Promised> last = new LinkedHashMap<>();
    for (Promised one : promised) {
      if (one.plan().equals(row.plan())) {
        first.putIfAbsent(one.target(), one);
        last.put(one.target(), one);
      }
    }
    return new PlanLine(
        row.plan(),
        row.district(),
        setting.catalogue().name(row.district(), setting.today()),
        setting.catalogue().nameEn(row.district(), setting.today()),
        row.title(),
        row.titleEn(),
        row.revision(),
        closed.contains(row.plan()),
        amended(first, 1, row.revision(), 0),
        amended(last, 0, row.revision() - 1, 1));
  }

  /** Those whose revision lies in (after, upTo], told by the revision that made the change. */
  private static List<Amended> amended(
      Map<String, Promised> targets, int after, int upTo, int later) {
    List<Amended> amended = new ArrayList<>();
    for (Promised one : targets.values()) {
      if (one.revision() > after && one.revision() <= upTo) {
        amended.add(new Amended(one.target(), one.title(), one.revision() + later));
      }
    }
    return amended;
  }
}
