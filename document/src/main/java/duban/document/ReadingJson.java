package duban.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.document.PlanReading.Doubt;
import duban.document.PlanReading.Head;
import duban.document.PlanReading.Item;
import duban.document.PlanReading.Paragraph;
import duban.document.PlanReading.Section;
import duban.document.PlanReading.Words;
import duban.document.source.Format;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reading as JSON: every key is always there, null where the document is silent; figures are
 * exact; {@code span} counts UTF-16 code units of the document's text.
 */
public final class ReadingJson {

  private ReadingJson() {}

  /**
   * @param file the document's name as it was given
   */
  public static ObjectNode of(PlanReading reading, String file, Format format) {
    ObjectNode json = object();
    json.set("document", document(reading.document(), file, format));
    json.set("sections", array(reading.sections(), ReadingJson::section));
    json.set("paragraphs", array(reading.paragraphs(), ReadingJson::paragraph));
    json.set("doubts", array(reading.doubts(), ReadingJson::doubt));
    return json;
  }

  private static ObjectNode document(Head head, String file, Format format) {
    return object()
        .put("file", file)
        .put("title", head.title())
        .put("docNumber", head.docNumber())
        .put("issuer", head.issuer())
        .put("issued", text(head.issued()))
        .put("year", head.year())
        .put("kind", word(head.kind()))
        .put("script", word(head.script()))
        .put("format", word(format));
  }

  private static ObjectNode section(Section section) {
    ObjectNode json =
        object().put("no", section.no()).put("path", section.path()).put("title", section.title());
    json.set("items", array(section.items(), ReadingJson::item));
    return json;
  }

  private static ObjectNode item(Item item) {
    ObjectNode json =
        object().put("no", item.no()).put("path", item.path()).put("title", item.title());
    json.set("targets", array(item.targets(), TargetJson::of));
    return json;
  }

  private static ObjectNode paragraph(Paragraph paragraph) {
    ObjectNode json = object();
    json.set("span", span(paragraph.span()));
    return json.put("node", paragraph.node());
  }

  private static ObjectNode doubt(Doubt doubt) {
    ObjectNode json = object().put("path", doubt.path()).put("quote", doubt.quote());
    json.set("span", span(doubt.span()));
    json.set("why", words(doubt.why()));
    return json;
  }

  static ObjectNode words(Words words) {
    return object().put("zh", words.zh()).put("en", words.en());
  }

  static ObjectNode span(Span span) {
    return object().put("start", span.start()).put("end", span.end());
  }

  static ObjectNode object() {
    return Json.lenient().createObjectNode();
  }

  static <T> ArrayNode array(List<T> values, Function<T, ObjectNode> json) {
    ArrayNode array = Json.lenient().createArrayNode();
    values.forEach(value -> array.add(json.apply(value)));
    return array;
  }

  /** summary-and-plan. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
