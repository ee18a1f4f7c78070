package duban.progress.workbook;

import duban.contracts.problem.ProblemType;
import duban.contracts.template.Column;
import duban.progress.intake.LineResult;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;

/**
 * What became of a row.
 *
 * @param faults what is wrong, by the column of the faulty cell; empty unless it was rejected
 */
record RowResult(LineResult result, Map<Column, String> faults) {

  static RowResult of(LineResult result, FilledRow row, TemplateSheet sheet, String language) {
    Map<Column, String> faults = new EnumMap<>(Column.class);
    Map<String, Object> problem = result.problem();
    if (problem == null) {
      return new RowResult(result, faults);
    }
    if (ProblemType.EVENT_ID_CONFLICT.uri().equals(problem.get("type"))) {
      faults.put(Column.AMOUNT, otherAmount(row, language));
    }
    if (faults.isEmpty() && problem.get("errors") instanceof List<?> errors) {
      for (Object error : errors) {
        if (error instanceof Map<?, ?> fault) {
          faults.merge(
              column(String.valueOf(fault.get("pointer")), row),
              String.valueOf(fault.get("detail")),
              (one, other) -> one + "\n" + other);
        }
      }
    }
    if (faults.isEmpty()) {
      faults.put(Column.TARGET, String.valueOf(problem.get("detail")));
    }
    List<String> cells =
        faults.keySet().stream()
            .map(column -> new CellReference(row.number() - 1, sheet.index(column)))
            .map(CellReference::formatAsString)
            .toList();
    return new RowResult(result.about(cells), faults);
  }

  /** Where a field of the event was filled in; what no cell says is said of the target. */
  private static Column column(String pointer, FilledRow row) {
    String field = pointer.substring(Math.min(1, pointer.length())).split("/", 2)[0];
    return switch (field) {
      case "on" -> Column.AS_OF;
      case "text", "event" -> row.has(Column.NOTE) ? Column.NOTE : Column.EXPLANATION;
      default -> byKey(field).orElse(Column.TARGET);
    };
  }

  private static Optional<Column> byKey(String key) {
    return Arrays.stream(Column.values()).filter(column -> column.key().equals(key)).findFirst();
  }

  private static String otherAmount(FilledRow row, String language) {
    String day = row.entry(Column.AS_OF).orElse("");
    return language.equals("en")
        ? "Something else was taken as added on %s: give the value so far, or void what was taken."
            .formatted(day)
        : "%s 的“本次新增”已经收过，内容不同，不再重复累加；更正请改填“累计值”，或先作废原来的填报。".formatted(day);
  }

  boolean isRejected() {
    return result.status().equals(LineResult.REJECTED);
  }
}
