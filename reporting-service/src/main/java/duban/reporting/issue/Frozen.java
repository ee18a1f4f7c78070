package duban.reporting.issue;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.catalogue.Issue;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.CanonicalJson;
import duban.reporting.bulletin.Bulletin;
import duban.reporting.bulletin.Edition;
import duban.reporting.bulletin.Paper;
import duban.reporting.bulletin.Summary;
import duban.reporting.store.Document;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it was issued.
 *
 * @param content canonical JSON
 * @param digest SHA-256 of the content, hex
 * @param by who issued it
 * @param recordedSeq its event's place in the catalogue's ledger; null when the owner did not say
 */
record Frozen(
    Edition edition,
    int number,
    LocalDate asOf,
    Instant knownAt,
    String content,
    String digest,
    String by,
    Instant issuedAt,
    @Nullable Long recordedSeq) {

  static CanonicalBody freeze(Paper paper) {
    return CanonicalJson.canonical(Json.lenient().valueToTree(paper));
  }

  JsonNode tree() {
    return Document.read(content, JsonNode.class);
  }

  Paper paper() {
    return edition.kind().equals(Edition.BULLETIN)
        ? Document.read(content, Bulletin.class)
        : Document.read(content, Summary.class);
  }

  /** What the catalogue's ledger is told of it. */
  Issue issue() {
    Paper paper = paper();
    return new Issue(
        edition.kind(),
        edition.scope(),
        edition.period(),
        number,
        asOf,
        knownAt,
        paper.positions(),
        digest,
        paper.heading().title().zh());
  }
}
