package duban.document.outline;

import duban.document.PlanReading.Kind;
import duban.document.text.Passage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document's sections and work items.
 *
 * @param title in simplified characters, as {@code titleWords} writes it in the document
 * @param nodes every paragraph with the node it belongs to
 */
public record Outline(
    @Nullable Passage title,
    List<Passage> front,
    List<Passage> back,
    @Nullable LocalDate issued,
    Kind kind,
    List<Section> sections,
    List<Node> nodes) {

  public record Section(
      String no,
      String path,
      @Nullable Passage title,
      @Nullable Passage heading,
      List<Item> items) {}

  /**
   * @param paragraphs its words, with the mark of the first one
   * @param from where the words of the first paragraph begin, behind the mark
   */
  public record Item(
      String no,
      String path,
      @Nullable Passage title,
      List<Passage> paragraphs,
      int from,
      Tense tense) {}

  public record Node(Passage paragraph, String path) {}
}
