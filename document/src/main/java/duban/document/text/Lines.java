package duban.document.text;

import duban.document.Span;
import duban.document.script.Simplified;
import java.util.ArrayList;
import java.util.List;

/** Cuts a source into its lines; empty ones are left out. */
public final class Lines {

  private Lines() {}

  public static List<Passage> of(String source) {
    String simplified = Simplified.of(source);
    List<Passage> lines = new ArrayList<>();
    int start = 0;
    while (start <= source.length()) {
      int end = source.indexOf('\n', start);
      end = end < 0 ? source.length() : end;
      Passage words = Folding.fold(simplified, new Span(start, end));
      if (!words.isEmpty()) {
        lines.add(words);
      }
      start = end + 1;
    }
    return lines;
  }
}
