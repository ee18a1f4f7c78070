package duban.document.outline;

import duban.document.text.Passage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paragraphs of a document, whole again.
 *
 * @param text in the document's order
 * @param furniture page numbers and running heads, which may stand within a paragraph
 */
record Paragraphs(List<Passage> text, List<Passage> furniture) {

  static Paragraphs of(List<Passage> lines) {
    Furniture isFurniture = new Furniture(lines);
    List<Passage> furniture = lines.stream().filter(isFurniture).toList();
    List<Passage> printed = lines.stream().filter(isFurniture.negate()).toList();
    return new Paragraphs(joined(printed), furniture);
  }

  private static List<Passage> joined(List<Passage> lines) {
    Wrapping wrapping = new Wrapping(lines);
    List<Passage> text = new ArrayList<>();
    @Nullable Passage last = null;
    for (Passage line : lines) {
      if (last != null && wrapping.goesOn(text.getLast().words(), last, line)) {
        text.add(text.removeLast().and(line));
      } else {
        text.add(line);
      }
      last = line;
    }
    return List.copyOf(text);
  }
}
