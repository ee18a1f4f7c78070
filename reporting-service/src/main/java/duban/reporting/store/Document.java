package duban.reporting.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.Json;

/**
 * Records as JSON text. Stores pass JSON as text and let PostgreSQL cast it, because the client
 * would read its numbers as binary doubles.
 */
public final class Document {

  private Document() {}

  /**
   * @throws IllegalStateException when what this service stored is not what it reads: a bug
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return Json.lenient().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " is unreadable", e);
    }
  }

  public static String write(Object value) {
    try {
      return Json.lenient().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a " + value.getClass().getSimpleName(), e);
    }
  }
}
