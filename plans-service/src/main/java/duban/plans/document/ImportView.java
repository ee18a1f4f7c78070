package duban.plans.document;

import duban.plans.review.ReviewView;
import duban.plans.review.Tally;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a document.
 *
 * @param plan the plan whose draft it makes
 * @param document the number of its review
 */
@Schema(name = "Import")
record ImportView(
    String plan,
    long document,
    String etag,
    int sections,
    int items,
    int paragraphs,
    int doubts,
    Tally tally,
    ReviewView review) {

  static ImportView of(ReviewView review) {
    return new ImportView(
        review.plan(),
        review.review(),
        review.etag(),
        review.sections().size(),
        review.sections().stream().mapToInt(section -> section.items().size()).sum(),
        review.paragraphs().size(),
        review.doubts().size(),
        review.tally(),
        review);
  }
}
