package duban.plans.review;

import duban.document.PlanReading.Doubt;
import duban.document.PlanReading.Head;
import duban.document.PlanReading.Paragraph;
import duban.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a document says what: fixed when it was read, while titles and targets may change.
 *
 * @param sections in step with the sections and items of the outline
 */
public record Layout(
    Head document, List<SectionPlace> sections, List<Paragraph> paragraphs, List<Doubt> doubts) {

  public record SectionPlace(String path, @Nullable Span heading, List<ItemPlace> items) {}

  public record ItemPlace(String path, List<Span> paragraphs) {}
}
