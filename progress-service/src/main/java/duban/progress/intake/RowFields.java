package duban.progress.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields that a row of a table may fill, and how their cells are read. */
public final class RowFields {

  private static final Set<String> FIGURES =
      Set.of("value", "amount", "numerator", "denominator", "percent", "score");

  private static final Set<String> TEXTS =
      Set.of(
          "id",
          "type",
          "target",
          "asOf",
          "on",
          "project",
          "milestone",
          "item",
          "stage",
          "text",
          "note",
          "part",
          "explanation",
          "event",
          "reason",
          "problem",
          "due",
          "severity",
          "plan",
          "grade");

  private static final String EVIDENCE = "evidence";
  private static final Pattern SEPARATOR = Pattern.compile("[;；]");

  /** More than an event may have; the rest stays one text, and the event is refused. */
  private static final int MOST_EVIDENCE = 100;

  private static final Pattern FIGURE = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");

  private RowFields() {}

  static boolean isField(String name) {
    return FIGURES.contains(name) || TEXTS.contains(name) || name.equals(EVIDENCE);
  }

  /** Whether a cell's text is a figure as an event takes it: digits, perhaps with a point. */
  public static boolean isFigure(String cell) {
    return FIGURE.matcher(cell).matches();
  }

  /** An empty cell says nothing; a figure that is none stays a text, and is refused as such. */
  public static void put(ObjectNode event, String field, String cell) {
    if (cell.isEmpty()) {
      return;
    }
    if (field.equals(EVIDENCE)) {
      ArrayNode evidence = event.putArray(EVIDENCE);
      for (String one : SEPARATOR.split(cell, MOST_EVIDENCE)) {
        if (!one.isBlank()) {
          evidence.add(one.strip());
        }
      }
    } else if (FIGURES.contains(field) && isFigure(cell)) {
      event.put(field, new BigDecimal(cell));
    } else {
      event.put(field, cell);
    }
  }
}
