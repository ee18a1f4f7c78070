package duban.progress.workbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.door.ProblemException;
import duban.progress.intake.Line;
import duban.progress.intake.LineSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows in which somebody filled anything in, as the lines of a batch. */
final class FilledRows implements LineSource {

  private final TemplateSheet sheet;
  private final LastReports reports;
  private final Iterator<Integer> rows;
  private final Map<Integer, FilledRow> read = new HashMap<>();
  private int untouched;

  FilledRows(TemplateSheet sheet, LastReports reports) {
    this.sheet = sheet;
    this.reports = reports;
    this.rows = sheet.rows().iterator();
  }

  @Override
  public @Nullable Line next() {
    while (rows.hasNext()) {
      FilledRow row = FilledRow.of(sheet, rows.next());
      if (!row.filled().isEmpty()) {
        read.put(row.number(), row);
        return line(row);
      }
      untouched += row.entries().isEmpty() ? 0 : 1;
    }
    return null;
  }

  private Line line(FilledRow row) {
    try {
      ObjectNode event = RowFact.of(row, reports);
      return new Line(row.number(), Json.lenient().writeValueAsBytes(event));
    } catch (ProblemException refused) {
      return Line.unreadable(row.number(), refused.problem());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is not JSON", e);
    }
  }

  @Override
  public void drain() {
    rows.forEachRemaining(_ -> {});
  }

  /** Rows that came with the template and were left as they are. */
  int untouched() {
    return untouched;
  }

  FilledRow row(int number) {
    FilledRow row = read.get(number);
    if (row == null) {
      throw new IllegalArgumentException("no row " + number + " was read");
    }
    return row;
  }
}
