package duban.reporting.issue;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.Json;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.bulletin.Edition;
import duban.reporting.bulletin.Paper;
import duban.reporting.calendar.Calendar;
import duban.reporting.desk.Desk;
import duban.reporting.official.Imprint;
import duban.reporting.official.Letters;
import duban.reporting.sheet.Workbooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Hands out papers in the form asked for. It blocks, as {@link Issuing} does. */
@ApplicationScoped
class PaperDesk {

  private final Desk desk;
  private final Issuing issuing;
  private final IssueStore store;

  PaperDesk(Desk desk, Issuing issuing, IssueStore store) {
    this.desk = desk;
    this.issuing = issuing;
    this.store = store;
  }

  /**
   * What is asked for.
   *
   * @param number null: the latest issue where there is one, else a draft
   * @param fresh a draft even where there is an issue
   * @param knownAt of a draft; null: now
   */
  record Wish(
      Edition edition, @Nullable Integer number, boolean fresh, @Nullable Instant knownAt) {}

  byte[] paper(Wish wish, Form form, String language) {
    return desk.make(() -> {
      Frozen frozen = wish.fresh() || wish.knownAt() != null ? null : frozen(wish);
      return frozen == null
          ? draft(issuing.draft(wish.edition(), wish.knownAt()), form, language)
          : issued(frozen, form, language);
    });
  }

  /**
   * @throws ProblemException NOT_FOUND, when there is no such issue
   */
  Frozen issued(Edition edition, @Nullable Integer number) {
    Frozen frozen = frozen(new Wish(edition, number, false, null));
    if (frozen == null) {
      throw unknown(edition);
    }
    return frozen;
  }

  private @Nullable Frozen frozen(Wish wish) {
    Integer number = wish.number();
    Frozen frozen =
        issuing.awaitOrNull(
            number == null ? store.latest(wish.edition()) : store.one(wish.edition(), number));
    if (frozen == null && number != null) {
      throw unknown(wish.edition());
    }
    return frozen;
  }

  private static ProblemException unknown(Edition edition) {
    return ProblemException.of(
        ProblemType.NOT_FOUND,
        edition.period() + " 没有这次印发。",
        "There is no such issue of " + edition.period() + ".");
  }

  private static byte[] draft(Paper paper, Form form, String language) {
    return switch (form) {
      case JSON -> json(PaperView.draft(paper));
      case DOCX -> Letters.of(paper, Imprint.draft(paper.heading().asOf()), language);
      case XLSX -> Workbooks.of(paper, language);
    };
  }

  private static byte[] issued(Frozen frozen, Form form, String language) {
    // The day of its making; when its row was written is another in a system with a day of its own.
    LocalDate day = LocalDate.ofInstant(frozen.knownAt(), Calendar.ZONE);
    return switch (form) {
      case JSON -> json(PaperView.of(frozen));
      case DOCX ->
          Letters.of(frozen.paper(), new Imprint(day, frozen.number(), frozen.digest()), language);
      case XLSX -> Workbooks.of(frozen.paper(), language);
    };
  }

  /** Exact decimals, written plainly, whatever the framework's own mapper does. */
  static byte[] json(Object view) {
    try {
      return Json.lenient().writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
