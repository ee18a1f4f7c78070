package duban.document.outline;

import duban.document.text.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a paragraph where a page that lost its line breaks runs the next heading on. */
final class Segments {

  private static final Pattern INLINE =
      Pattern.compile("(?<=[。；])(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|\\d{1,2}[.](?!\\d))");

  private static final int LONGEST_MARK = 12;

  private final Levels levels;

  Segments(Levels levels) {
    this.levels = levels;
  }

  /** The paragraph's parts; itself where nothing was run on. */
  List<Passage> of(Passage paragraph) {
    List<Passage> parts = new ArrayList<>();
    int from = 0;
    Mark before = Mark.at(paragraph.words()).orElse(null);
    Matcher inline = INLINE.matcher(paragraph.words());
    while (inline.find()) {
      Mark mark = Mark.at(ahead(paragraph.words(), inline.start())).orElse(null);
      if (mark != null && goesOn(before, mark)) {
        parts.add(paragraph.part(from, inline.start()));
        from = inline.start();
        before = mark;
      }
    }
    parts.add(paragraph.part(from, paragraph.length()));
    return parts;
  }

  private boolean goesOn(@Nullable Mark before, Mark mark) {
    if (before != null && before.style() == mark.style()) {
      return mark.number() == before.number() + 1;
    }
    return mark.number() > 1 && mark.number() == levels.next(mark.style());
  }

  private static String ahead(String words, int from) {
    return words.substring(from, Math.min(words.length(), from + LONGEST_MARK));
  }
}
