package duban.document.source.word;

import duban.document.source.reading.Lines;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The characters of a .doc, less those that only steer: marks of fields, objects and cells. */
final class Word97Words {

  private static final char CELL_END = 0x07;
  private static final char LINE_END = 0x0B;
  private static final char PAGE_END = 0x0C;
  private static final char PARAGRAPH_END = 0x0D;
  private static final char FIELD_CODE = 0x13;
  private static final char FIELD_RESULT = 0x14;
  private static final char FIELD_END = 0x15;
  private static final char HYPHEN = 0x1E;

  private final Lines lines;

  /** For each field around this place, whether it shows here: its code does not. */
  private final Deque<Boolean> fields = new ArrayDeque<>();

  private int hiddenFields;

  Word97Words(Lines lines) {
    this.lines = lines;
  }

  void write(Paragraph paragraph) {
    boolean endsCell = false;
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      String words = run.text();
      endsCell = words.indexOf(CELL_END) >= 0;
      if (!run.isMarkedDeleted() && !run.isVanished()) {
        lines.text(shown(words));
      }
    }
    end(paragraph.isTableRowEnd(), endsCell);
  }

  private void end(boolean row, boolean cell) {
    if (row) {
      lines.endRow();
    } else if (cell) {
      lines.endCell();
    } else {
      lines.endBlock();
    }
  }

  private String shown(String words) {
    StringBuilder shown = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case FIELD_CODE -> openField();
        case FIELD_RESULT -> showField();
        case FIELD_END -> closeField();
        default -> shown.append(hiddenFields > 0 ? "" : word(c));
      }
    }
    return shown.toString();
  }

  private static String word(char c) {
    return switch (c) {
      case LINE_END, PAGE_END -> "\n";
      case HYPHEN -> "-";
      case PARAGRAPH_END -> "";
      default -> c < ' ' && c != '\t' ? "" : Character.toString(c);
    };
  }

  private void openField() {
    fields.push(false);
    hiddenFields++;
  }

  private void showField() {
    if (!fields.isEmpty()) {
      closeField();
      fields.push(true);
    }
  }

  private void closeField() {
    if (!fields.isEmpty() && !fields.pop()) {
      hiddenFields--;
    }
  }
}
