package duban.ledger.read;

import com.fasterxml.jackson.databind.JsonNode;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link as its owner's API shows it, read back. */
public final class LinkJson {

  private LinkJson() {}

  /**
   * @throws RuntimeException when it is no link, or its body is not the one its digest names
   */
  public static LedgerEvent read(String ledger, JsonNode event) {
    Hash digest = Hash.ofHex(event.path("bodyDigest").asText());
    return new LedgerEvent(
        ledger,
        event.path("seq").asLong(),
        event.path("id").asText(),
        event.path("fullType").asText(),
        event.path("subject").asText(),
        event.path("refers").isTextual() ? event.path("refers").textValue() : null,
        Instant.parse(event.path("recordedAt").asText()),
        body(event.path("body"), digest),
        digest,
        Hash.ofHex(event.path("hash").asText()));
  }

  private static @Nullable String body(JsonNode json, Hash digest) {
    if (!json.isObject()) {
      return null;
    }
    CanonicalBody body = CanonicalJson.canonical(json);
    if (!body.digest().equals(digest)) {
      throw new IllegalArgumentException("the body is not the one that was appended");
    }
    return body.json();
  }
}
