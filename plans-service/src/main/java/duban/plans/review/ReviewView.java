package duban.plans.review;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.Section;
import duban.contracts.plan.Plan.WorkItem;
import duban.document.PlanReading.Doubt;
import duban.document.PlanReading.Head;
import duban.document.PlanReading.Paragraph;
import duban.document.Span;
import duban.plans.review.Layout.ItemPlace;
import duban.plans.review.Layout.SectionPlace;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document beside what was read from it. Spans count UTF-16 code units of {@code text}.
 *
 * @param etag the plan's own; what to send as If-Match with a change
 * @param head what the document says of itself
 * @param paragraphs every paragraph, with the one section or item that it belongs to
 * @param doubts places that may state a target and were not taken for one
 */
@Schema(name = "Review")
public record ReviewView(
    String plan,
    String district,
    int year,
    String title,
    String etag,
    long review,
    Filed.Source source,
    Head head,
    Tally tally,
    String text,
    List<SectionView> sections,
    List<Paragraph> paragraphs,
    List<Proposal> proposals,
    List<Doubt> doubts) {

  /**
   * @param section its place, 0 for the first
   * @param path {@code 二}, as paragraphs name it
   */
  @Schema(name = "ReviewSection")
  public record SectionView(
      int section,
      @Nullable String no,
      String path,
      @Nullable String title,
      @Nullable String titleEn,
      @Nullable Span heading,
      List<ItemView> items) {}

  /**
   * @param item its key
   * @param path {@code 二/6}, as paragraphs name it
   * @param next the id for one more target of it
   */
  @Schema(name = "ReviewItem")
  public record ItemView(
      String item,
      @Nullable String no,
      String path,
      String title,
      @Nullable String titleEn,
      List<Span> paragraphs,
      String next) {}

  static ReviewView of(Filed filed, Filed.Words words, String etag) {
    Review review = filed.review();
    Plan plan = review.outline().plan();
    Layout layout = words.layout();
    return new ReviewView(
        plan.id(),
        plan.district(),
        plan.year(),
        plan.title(),
        etag,
        review.id(),
        filed.source(),
        layout.document(),
        Tally.of(review),
        words.text(),
        IntStream.range(0, plan.sections().size())
            .mapToObj(at -> section(at, plan.sections().get(at), layout.sections().get(at), review))
            .toList(),
        layout.paragraphs(),
        review.proposals(),
        layout.doubts());
  }

  private static SectionView section(int at, Section section, SectionPlace place, Review review) {
    return new SectionView(
        at,
        section.no(),
        place.path(),
        section.title(),
        section.titleEn(),
        place.heading(),
        IntStream.range(0, section.items().size())
            .mapToObj(i -> item(section.items().get(i), place.items().get(i), review))
            .toList());
  }

  private static ItemView item(WorkItem item, ItemPlace place, Review review) {
    return new ItemView(
        item.key(),
        item.no(),
        place.path(),
        item.title(),
        item.titleEn(),
        place.paragraphs(),
        review.nextTarget(item.key()));
  }
}
