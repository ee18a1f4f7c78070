package duban.ledger.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/** How a link is hashed. The byte layout is documented in docs/ledger.md and never changes. */
public final class Chain {

  private Chain() {}

  /**
   * SHA-256 over: the previous link's hash (32 bytes); seq (8 bytes, big-endian); the event id and
   * the type, each as a 4-byte big-endian length and that many bytes of UTF-8; recordedAt as
   * milliseconds since 1970-01-01T00:00Z (8 bytes, big-endian); the body's digest (32 bytes).
   *
   * <p>The lengths keep the boundary between id and type: without them ("ab","c") and ("a","bc")
   * would hash alike.
   */
  public static Hash link(
      Hash previous, long seq, String id, String type, Instant recordedAt, Hash bodyDigest) {
    byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
    byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(32 + 8 + 4 + idBytes.length + 4 + typeBytes.length + 8);
    frame.put(previous.raw()).putLong(seq);
    frame.putInt(idBytes.length).put(idBytes).putInt(typeBytes.length).put(typeBytes);
    frame.putLong(recordedAt.toEpochMilli());
    MessageDigest digest = Hash.digest();
    digest.update(frame.array());
    return Hash.wrap(digest.digest(bodyDigest.raw()));
  }
}
