package duban.gateway.limit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an operation takes beside short bodies; the body's type tells which of both one is. */
public enum Upload {
  /** Nothing. */
  NONE(""),
  /** Events, one a line. */
  LINES("application/x-ndjson"),
  /** A document in a form. */
  DOCUMENT("multipart/form-data");

  private final String type;

  Upload(String type) {
    this.type = type;
  }

  /**
   * @param contentType a Content-Type with its parameters
   */
  boolean isOfType(@Nullable String contentType) {
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(type);
  }
}
