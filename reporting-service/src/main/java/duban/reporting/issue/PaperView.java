package duban.reporting.issue;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.reporting.bulletin.Paper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as a client sees it.
 *
 * @param state "issued" or "draft"
 * @param digest SHA-256 of the content's canonical JSON, hex
 * @param content a bulletin or a summary; left out of lists
 */
record PaperView(
    String state,
    @Nullable Integer number,
    @Nullable String digest,
    @Nullable String by,
    @Nullable Instant issuedAt,
    @Nullable JsonNode content) {

  /** The issues of one paper, the first first. */
  record Issues(List<PaperView> issues) {}

  static PaperView draft(Paper paper) {
    return new PaperView("draft", null, null, null, null, Json.lenient().valueToTree(paper));
  }

  static PaperView of(Frozen frozen) {
    return listed(frozen).with(frozen.tree());
  }

  static PaperView listed(Frozen frozen) {
    return new PaperView(
        "issued", frozen.number(), frozen.digest(), frozen.by(), frozen.issuedAt(), null);
  }

  private PaperView with(JsonNode whole) {
    return new PaperView(state, number, digest, by, issuedAt, whole);
  }
}
