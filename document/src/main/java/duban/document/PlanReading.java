package duban.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan document, read. Every span points into the source text, in the document's own script.
 *
 * @param document what the head and the foot of the document say
 * @param sections the outline, in the document's order
 * @param paragraphs every paragraph of the text, each with the one node that it belongs to
 * @param doubts places that may state a target and were not taken for one
 */
public record PlanReading(
    Head document, List<Section> sections, List<Paragraph> paragraphs, List<Doubt> doubts) {

  public Stream<Item> items() {
    return sections.stream().flatMap(section -> section.items().stream());
  }

  public Stream<TargetReading> targets() {
    return items().flatMap(item -> item.targets().stream());
  }

  /**
   * @param title as the document writes it, its lines joined; null when it has none
   * @param docNumber 溧教发〔2022〕1号
   * @param issued the day under the text
   * @param year the year that the plan is for; null when nothing says so
   */
  public record Head(
      @Nullable String title,
      @Nullable String docNumber,
      @Nullable String issuer,
      @Nullable LocalDate issued,
      @Nullable Integer year,
      Kind kind,
      Script script) {}

  public enum Kind {
    PLAN,
    SUMMARY,
    SUMMARY_AND_PLAN
  }

  public enum Script {
    SIMPLIFIED,
    TRADITIONAL
  }

  /**
   * @param no its number without marks (一); empty for the words before the first section
   * @param path {@code 二}, made unique when the document repeats a number; {@code 0} for the words
   *     before the first section
   * @param heading where the heading stands; null when the document gives none
   */
  public record Section(
      String no, String path, @Nullable String title, @Nullable Span heading, List<Item> items) {}

  /**
   * @param no its number as the document writes it, less the mark behind it (6, （一）)
   * @param path {@code 二/6}: the section's, and its own number in Arabic figures
   * @param paragraphs where its words stand, its heading first
   */
  public record Item(
      String no,
      String path,
      @Nullable String title,
      List<Span> paragraphs,
      List<TargetReading> targets) {}

  /**
   * @param node the path of the item or section; or {@code front}, {@code title}, {@code back}, and
   *     {@code page} for page numbers and running heads
   */
  public record Paragraph(Span span, String node) {}

  /**
   * @param why in plain words, Chinese and English
   */
  public record Doubt(String path, String quote, Span span, Words why) {}

  /** The same said in both languages of the office. */
  public record Words(String zh, String en) {}
}
