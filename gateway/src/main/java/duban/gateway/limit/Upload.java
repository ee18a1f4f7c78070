package duban.gateway.limit;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an operation takes beside short bodies; the body's type tells which of both one is. */
public enum Upload {
  /** Nothing. */
  NONE(Set.of()),
  /** Events, one a line or one a row; a workbook has a shorter limit of its own at the service. */
  LINES(
      Set.of(
          "application/x-ndjson",
          "text/csv",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
  /** A document in a form. */
  DOCUMENT(Set.of("multipart/form-data")),
  /** A file of any type, since what it is only its content tells. */
  FILE(Set.of()) {
    @Override
    boolean isOfType(@Nullable String contentType) {
      return true;
    }
  };

  private final Set<String> types;

  Upload(Set<String> types) {
    this.types = types;
  }

  /**
   * @param contentType a Content-Type with its parameters
   */
  boolean isOfType(@Nullable String contentType) {
    return contentType != null
        && types.contains(contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip());
  }
}
