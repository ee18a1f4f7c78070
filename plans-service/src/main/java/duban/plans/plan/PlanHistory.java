package duban.plans.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.plan.PlanEvent.PlanAmended;
import duban.contracts.plan.PlanEvent.PlanClosed;
import duban.contracts.plan.PlanEvent.PlanPublished;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of one plan, without the contents.
 *
 * @param revisions 1, 2, 3, ... in order
 * @param closing how it ended; null while it is open
 */
public record PlanHistory(List<Revision> revisions, @Nullable Closing closing) {

  static final PlanHistory NONE = new PlanHistory(List.of(), null);

  /** Who closed the plan, when and why, and where that stands in the ledger. */
  @Schema(name = "PlanClosing")
  public record Closing(Instant at, String by, @Nullable String reason, long seq, String hash) {

    private static Closing of(LedgerEvent link) {
      JsonNode body = body(link);
      return new Closing(
          link.recordedAt(),
          body.path(CanonicalJson.AUTHOR).asText(),
          body.path("reason").textValue(),
          link.seq(),
          link.hash().hex());
    }
  }

  /**
   * @param content the digest of its plan in canonical form; null when the law had it erased
   */
  public record Revision(
      int number,
      Instant publishedAt,
      String by,
      @Nullable String reason,
      long seq,
      Hash hash,
      @Nullable Hash content) {}

  /** This history and one fact more. */
  PlanHistory after(LedgerEvent link) {
    return switch (EventTypes.brief(link.type())) {
      case PlanPublished.TYPE, PlanAmended.TYPE ->
          new PlanHistory(
              Stream.concat(revisions.stream(), Stream.of(revision(link))).toList(), closing);
      case PlanClosed.TYPE -> new PlanHistory(revisions, Closing.of(link));
      default -> this;
    };
  }

  public boolean closed() {
    return closing != null;
  }

  public Optional<Revision> latest() {
    return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
  }

  public Optional<Revision> revision(int number) {
    return revisions.stream().filter(revision -> revision.number() == number).findFirst();
  }

  /** Whether this is what was published last. */
  boolean says(Draft draft) {
    return says(draft.digest());
  }

  /**
   * @param draft the digest of its content
   */
  boolean says(Hash draft) {
    return latest().map(Revision::content).filter(draft::equals).isPresent();
  }

  String state() {
    if (closed()) {
      return "closed";
    }
    return revisions.isEmpty() ? "draft" : "published";
  }

  /** {@code "d3-r1"}: the draft's third edit, beside revision 1. */
  public String etag(int draftVersion) {
    return "\"d" + draftVersion + "-r" + revisions.size() + (closed() ? "-closed\"" : "\"");
  }

  private Revision revision(LedgerEvent link) {
    JsonNode body = body(link);
    JsonNode content = body.get("content");
    return new Revision(
        revisions.size() + 1,
        link.recordedAt(),
        body.path(CanonicalJson.AUTHOR).asText(),
        body.path("reason").textValue(),
        link.seq(),
        link.hash(),
        content == null ? null : CanonicalJson.canonical(content).digest());
  }

  private static JsonNode body(LedgerEvent link) {
    return link.body() == null ? Json.lenient().createObjectNode() : read(link.body());
  }

  private static JsonNode read(String body) {
    try {
      return Json.lenient().readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a fact of this service that it cannot read", e);
    }
  }
}
