package duban.document.source.word;

import org.jspecify.annotations.Nullable;

/** A paragraph of a .docx, until its end is read. */
final class OpenParagraph {

  private final StringBuilder words = new StringBuilder();
  private @Nullable String style;
  private @Nullable String list;
  private @Nullable Integer depth;
  private boolean endDeleted;

  void style(@Nullable String id) {
    style = id;
  }

  void list(@Nullable String id) {
    list = id;
  }

  void depth(@Nullable Integer level) {
    depth = level;
  }

  /** Its words run on into the next paragraph. */
  void deleteEnd() {
    endDeleted = true;
  }

  boolean isEndDeleted() {
    return endDeleted;
  }

  StringBuilder words() {
    return words;
  }

  /** Word prints a number before an empty paragraph too, and counts it. */
  String numbered(ParagraphNumbers numbers) {
    return numbers.next(style, list, depth) + words;
  }
}
