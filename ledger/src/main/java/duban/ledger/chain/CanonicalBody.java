package duban.ledger.chain;

/**
 * An event's content as canonical JSON, with its digest; made once, on the caller's thread, before
 * the event queues for its ledger.
 */
public record CanonicalBody(String json, Hash digest) {

  static CanonicalBody of(String canonicalJson) {
    return new CanonicalBody(
        canonicalJson,
        Hash.sha256(canonicalJson.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
