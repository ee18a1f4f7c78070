package duban.plans.document;

import duban.contracts.plan.Target;
import duban.contracts.problem.ProblemType;
import duban.document.PlanReading;
import duban.document.PlanReading.Words;
import duban.document.TargetReading;
import duban.document.source.Format;
import duban.document.source.SourceText;
import duban.door.ProblemException;
import duban.plans.likeness.Suggester;
import duban.plans.likeness.Suggestion;
import duban.plans.likeness.Suggestions;
import duban.plans.plan.PlanId;
import duban.plans.review.ReviewView;
import duban.plans.review.ReviewView.ItemView;
import duban.plans.review.Reviews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads words that a person marked, to save them the typing. Blocks; for virtual threads. */
@ApplicationScoped
class Rereading {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The reader reads plans, so the words stand where a plan has them: in an item of a section. */
  private static final String BEFORE = "一、工作目标\n\n1.工作目标。";

  @Inject Readers readers;
  @Inject Reviews reviews;
  @Inject Suggestions suggestions;
  @Inject ImportLimits limits;

  /**
   * What the words may promise.
   *
   * @param item the key of the item they stand in; absent outside of all
   * @param targets the likeliest first; empty when no rule found one, which a person may still do
   */
  @Schema(name = "MarkedWords")
  record Marked(@Nullable String item, String quote, List<Guess> targets) {}

  @Schema(name = "Guess")
  record Guess(
      Target target, BigDecimal confidence, List<Words> doubts, @Nullable Suggestion suggestion) {}

  Marked read(PlanId id, int start, int end) {
    ReviewView review = reviews.view(id).await().atMost(PATIENCE);
    String quote = quote(review, start, end);
    Optional<ItemView> item = item(review, start);
    String next = item.map(ItemView::next).orElse(id.text() + ".0.1");
    Suggester suggester = suggestions.now().await().atMost(PATIENCE);
    SourceText words = new SourceText(BEFORE + quote + "\n", Format.TXT);
    List<Guess> guesses =
        readers.words(words, id.year(), read -> guesses(read.reading(), next, id, suggester));
    return new Marked(item.map(ItemView::item).orElse(null), quote, guesses);
  }

  /** All under the item's next id: a person takes one of them. */
  private static List<Guess> guesses(
      PlanReading reading, String next, PlanId id, Suggester suggester) {
    LocalDate first = LocalDate.of(id.year(), 1, 1);
    LocalDate last = LocalDate.of(id.year(), 12, 31);
    return reading
        .targets()
        .map(target -> guess(target, Fitting.fit(target, next, first, last), suggester))
        .sorted((one, other) -> other.confidence().compareTo(one.confidence()))
        .toList();
  }

  private static Guess guess(TargetReading reading, Fitted fitted, Suggester suggester) {
    return new Guess(
        fitted.target(),
        reading.confidence(),
        fitted.doubts(),
        suggester.suggest(fitted.target()).orElse(null));
  }

  private String quote(ReviewView review, int start, int end) {
    if (start < 0 || start >= end || end > review.text().length()) {
      throw wrong("不在原文之内。", "Lies outside the text.");
    }
    if (end - start > limits.maxMarkedCharacters()) {
      int most = limits.maxMarkedCharacters();
      throw wrong("至多 " + most + " 个字符。", "At most " + most + " characters.");
    }
    return review.text().substring(start, end);
  }

  private static Optional<ItemView> item(ReviewView review, int start) {
    return review.sections().stream()
        .flatMap(section -> section.items().stream())
        .filter(item ->
            item.paragraphs().stream().anyMatch(at -> at.start() <= start && start < at.end()))
        .findFirst();
  }

  private static ProblemException wrong(String zh, String en) {
    return ProblemException.at(ProblemType.INVALID_REQUEST, "", zh, en);
  }
}
