package duban.progress.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.Text;
import duban.contracts.plan.Target.Kind;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.contracts.template.Column;
import duban.contracts.template.Wording;
import duban.door.ProblemException;
import duban.progress.intake.RowFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The event that says what a filled row says; which one it is follows from the target's kind. */
final class RowFact {

  private static final Set<Column> EXPLAINED = EnumSet.of(Column.EXPLANATION);

  private final FilledRow row;
  private final Kind kind;
  private final List<FieldProblem> faults = new ArrayList<>();

  private RowFact(FilledRow row, Kind kind) {
    this.row = row;
    this.kind = kind;
  }

  /**
   * The event with its id, to be judged like any other.
   *
   * @throws ProblemException INVALID_EVENT with a pointer to each bad column
   */
  static ObjectNode of(FilledRow row, LastReports reports) {
    Kind kind =
        row.entry(Column.KIND)
            .flatMap(Wording::kind)
            .orElseThrow(() ->
                refused(
                    fault(
                        Column.KIND,
                        "“类型”被改动，请从重新下载的填报表复制本行。",
                        "The kind was changed: copy this row from the workbook downloaded again.")));
    RowFact fact = new RowFact(row, kind);
    ObjectNode event =
        row.filled().equals(EXPLAINED) && row.has(Column.EXPLANATION)
            ? fact.explained(reports)
            : fact.reported();
    return event.put("id", FactId.of(event));
  }

  private ObjectNode explained(LastReports reports) {
    String target = row.entry(Column.TARGET).orElse("");
    String report =
        reports
            .find(target, row.entries().get(Column.PART))
            .orElseThrow(() ->
                refused(
                    fault(
                        Column.EXPLANATION,
                        "本行还没有可说明的填报，请同时填写数据。",
                        "There is no report of this row to explain yet: fill in its figure too.")));
    return event("report.explained")
        .put("event", report)
        .put("text", row.entries().get(Column.EXPLANATION));
  }

  private ObjectNode reported() {
    row.faults().forEach((column, why) -> faults.add(new FieldProblem(pointer(column), why)));
    refuseWhatIsNotTaken();
    requireFigures();
    require(Column.AS_OF);
    if (!faults.isEmpty()) {
      throw refused(faults.toArray(FieldProblem[]::new));
    }
    ObjectNode event = event(type());
    put(event, kind == Kind.NARRATIVE ? Column.ITEM : Column.TARGET);
    put(event, Column.PART);
    row.filled().forEach(column -> put(event, column));
    put(event, Column.PROJECT);
    return event;
  }

  private void refuseWhatIsNotTaken() {
    row.filled().stream()
        .filter(column -> !column.isTakenBy(kind))
        .forEach(column ->
            faults.add(
                fault(
                    column,
                    "“" + Wording.of(kind) + "”类目标不填“" + column.heading() + "”。",
                    "A target of kind " + kind.word() + " takes no " + column.key() + ".")));
    if (row.filled().containsAll(EnumSet.of(Column.VALUE, Column.AMOUNT))) {
      faults.add(
          fault(
              Column.AMOUNT,
              "“累计值”与“本次新增”只能填其一。",
              "Give either the value so far or what was added."));
    }
  }

  private void requireFigures() {
    switch (kind) {
      case QUANTITY, MONEY -> {
        if (!row.filled().contains(Column.AMOUNT)) {
          require(Column.VALUE);
        }
      }
      case DEADLINE -> require(Column.VALUE);
      case FREQUENCY -> require(Column.AMOUNT);
      case RATIO, COVERAGE -> {
        require(Column.NUMERATOR);
        require(Column.DENOMINATOR);
      }
      case PROJECT -> {
        require(Column.MILESTONE);
        row.entry(Column.MILESTONE)
            .filter(word -> Wording.milestone(word).isEmpty())
            .ifPresent(_ -> faults.add(unknownMilestone()));
      }
      case NARRATIVE -> {
        if (!row.filled().contains(Column.STAGE) && !row.filled().contains(Column.PERCENT)) {
          require(Column.NOTE);
        }
      }
    }
  }

  private void require(Column column) {
    if (!row.filled().contains(column)) {
      faults.add(
          fault(
              column,
              "本行已填写，还缺“" + column.heading() + "”；没有进展的行请全部留空。",
              "The row was filled in and lacks its "
                  + column.key()
                  + "; leave a row without progress empty."));
    }
  }

  private String type() {
    return switch (kind) {
      case QUANTITY, MONEY -> row.has(Column.AMOUNT) ? "progress.added" : "progress.reported";
      case RATIO, COVERAGE, DEADLINE -> "progress.reported";
      case FREQUENCY -> "progress.added";
      case PROJECT -> "milestone.reached";
      case NARRATIVE -> "item.noted";
    };
  }

  private void put(ObjectNode event, Column column) {
    row.entry(column)
        .ifPresent(entry -> RowFields.put(event, field(column, event), said(column, entry)));
  }

  private static String field(Column column, ObjectNode event) {
    String type = event.path("type").asText();
    return switch (column) {
      case AS_OF -> type.equals("progress.reported") ? "asOf" : "on";
      case NOTE -> type.equals("item.noted") ? "text" : "note";
      default -> column.key();
    };
  }

  private static String said(Column column, String entry) {
    return column == Column.MILESTONE ? Wording.milestone(entry).orElseThrow().word() : entry;
  }

  private static ObjectNode event(String type) {
    return Json.lenient().createObjectNode().put("type", type);
  }

  private static FieldProblem unknownMilestone() {
    return fault(
        Column.MILESTONE,
        "应为立项、开工、封顶、竣工或投用。",
        "Must be 立项 (planned), 开工 (started), 封顶 (topped out), 竣工 (completed) or 投用 (in use).");
  }

  private static FieldProblem fault(Column column, String zh, String en) {
    return FieldProblem.at(pointer(column), zh, en);
  }

  private static String pointer(Column column) {
    return "/" + column.key();
  }

  private static ProblemException refused(FieldProblem... faults) {
    Text summary =
        faults.length == 1
            ? faults[0].detail()
            : new Text(
                "本行有 " + faults.length + " 处有误。", faults.length + " places of the row are wrong.");
    return new ProblemException(new Problem(ProblemType.INVALID_EVENT, summary, List.of(faults)));
  }
}
