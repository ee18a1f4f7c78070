package duban.document.source.word;

import org.jspecify.annotations.Nullable;

/** The number before a paragraph, from what the paragraph and its style say of a list. */
final class ParagraphNumbers {

  private final Numbering numbering = new Numbering();
  private final Lists lists;
  private final Styles styles;

  ParagraphNumbers(Lists lists, Styles styles) {
    this.lists = lists;
    this.styles = styles;
  }

  /** What the paragraph says itself goes before what its style says. */
  String next(@Nullable String style, @Nullable String list, @Nullable Integer depth) {
    Styles.Place place = styles.place(style);
    if (list != null) {
      return next(list, depth == null ? depthOf(place) : depth);
    }
    return place == null ? "" : next(place.list(), depth == null ? depthOf(place) : depth);
  }

  private int depthOf(Styles.@Nullable Place place) {
    if (place == null) {
      return 0;
    }
    NumberedList list = lists.list(place.list());
    if (place.depth() != null || list == null) {
      return place.depth() == null ? 0 : place.depth();
    }
    return lists.depth(list, place.style());
  }

  /** List 0 is Word's way to say: none, though the style has one. */
  private String next(String list, int depth) {
    NumberedList found = lists.list(list);
    return found == null ? "" : numbering.next(list, found, depth);
  }
}
