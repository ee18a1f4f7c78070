package duban.plans.review;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a review, the oldest first, and which documents were handed in for the plan.
 *
 * @param imports the newest first; the last 100
 * @param next what to send as {@code after} for the entries that follow; absent at the end
 */
@Schema(name = "ReviewHistory")
record HistoryPage(List<Import> imports, List<Entry> entries, @Nullable Integer next) {

  /**
   * @param current whether the draft comes from this one
   */
  @Schema(name = "ReviewImport")
  record Import(
      long review,
      String file,
      String format,
      String sha256,
      String importedBy,
      Instant importedAt,
      boolean current) {}

  /**
   * @param proposal absent when the review as a whole was changed
   * @param action started, accepted, edited, rejected, reopened, mapped, added or titled
   * @param before state and target, or titles; absent when there was nothing
   */
  @Schema(name = "ReviewEntry")
  record Entry(
      int seq,
      @Nullable Integer proposal,
      String action,
      @JsonRawValue @Schema(implementation = Object.class) @Nullable String before,
      @JsonRawValue @Schema(implementation = Object.class) @Nullable String after,
      @Nullable String reason,
      String by,
      Instant at) {}

  /**
   * @param found up to one entry more than {@code limit}, which tells that there is a next page
   */
  static HistoryPage of(List<Import> imports, List<Entry> found, int limit) {
    List<Entry> entries = found.stream().limit(limit).toList();
    return new HistoryPage(imports, entries, found.size() > limit ? entries.getLast().seq() : null);
  }
}
