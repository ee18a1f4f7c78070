package duban.reporting.template;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.plan.Target.Part;
import duban.contracts.template.Column;
import duban.contracts.template.Wording;
import duban.reporting.standing.Detail.PartRow;
import duban.reporting.standing.Detail.ProjectRow;
import duban.reporting.targets.TargetRow;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row shows before anybody fills it in: only what names it and what is known of it. */
final class Known {

  private Known() {}

  static @Nullable Object of(Column column, Line line) {
    return switch (column) {
      case TARGET -> line.target().id();
      case ITEM -> line.item();
      case KIND -> Wording.of(line.target().kind());
      case TITLE -> title(line);
      case UNIT -> line.target().unit();
      case PROMISED -> promised(line);
      case LAST_VALUE -> lastValue(line);
      case LAST_DATE -> lastDate(line);
      case PART -> line.part() == null ? null : line.part().key();
      case PROJECT -> line.project();
      case AS_OF,
          VALUE,
          NUMERATOR,
          DENOMINATOR,
          AMOUNT,
          MILESTONE,
          STAGE,
          PERCENT,
          NOTE,
          EXPLANATION,
          EVIDENCE ->
          null;
    };
  }

  private static String title(Line line) {
    Part part = line.part();
    String title = line.target().title();
    return part == null ? title : title + "：" + part.title();
  }

  /** Of a project its last step: how many of them are promised is no figure of one row. */
  private static @Nullable Object promised(Line line) {
    if (line.target().kind() == Kind.PROJECT) {
      Milestone last = line.target().finalMilestone();
      return Wording.of(last == null ? Milestone.COMPLETED : last);
    }
    Part part = line.part();
    if (part != null) {
      return line.partTold().map(PartRow::promised).orElse(part.value());
    }
    return Optional.ofNullable(line.told()).map(TargetRow::promised).orElse(null);
  }

  private static @Nullable Object lastValue(Line line) {
    if (line.target().kind() == Kind.PROJECT) {
      return line.projectTold().map(ProjectRow::milestone).map(Wording::of).orElse(null);
    }
    return line.part() != null
        ? line.partTold().map(PartRow::reached).orElse(null)
        : Optional.ofNullable(line.told()).map(TargetRow::reached).orElse(null);
  }

  private static @Nullable LocalDate lastDate(Line line) {
    if (line.target().kind() == Kind.PROJECT) {
      return line.projectTold().map(ProjectRow::on).orElse(null);
    }
    return line.part() != null
        ? line.partTold().map(PartRow::reportedOn).orElse(null)
        : Optional.ofNullable(line.told()).map(TargetRow::reportedOn).orElse(null);
  }
}
