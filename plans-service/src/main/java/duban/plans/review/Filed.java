package duban.plans.review;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/** A review with where its document came from. */
public record Filed(Review review, Source source) {

  /**
   * @param sha256 of the file, in hexadecimal figures
   */
  public record Source(
      String file, String format, String sha256, String importedBy, Instant importedAt) {}

  /** The document's text, and where it says what. */
  record Words(String text, Layout layout) {}

  /** The file as it was handed in. */
  record Original(String file, String format, Buffer content) {}
}
