package duban.document.text;

import duban.document.Span;
import duban.document.script.Simplified;
import java.util.ArrayList;
import java.util.List;

/** Cuts a source into its lines; empty ones are left out. */
public final class Lines {

  private Lines() {}

  public static List<Line> of(String source) {
    String simplified = Simplified.of(source);
    List<Line> lines = new ArrayList<>();
    int start = 0;
    boolean afterGap = true;
    while (start <= source.length()) {
      int end = source.indexOf('\n', start);
      end = end < 0 ? source.length() : end;
      Passage words = Folding.fold(simplified, new Span(start, end));
      if (words.isEmpty()) {
        afterGap = true;
      } else {
        lines.add(new Line(words, indent(source, start, end), afterGap));
        afterGap = false;
      }
      start = end + 1;
    }
    return lines;
  }

  private static int indent(String source, int start, int end) {
    int indent = 0;
    for (int i = start; i < end && Folding.isBlank(source.charAt(i)); i++) {
      indent += source.charAt(i) == '　' ? 2 : 1;
    }
    return indent;
  }
}
