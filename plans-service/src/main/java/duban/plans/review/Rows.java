package duban.plans.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.Json;

/** What this room keeps as JSON in its rows. */
public final class Rows {

  private Rows() {}

  public static String write(Object value) {
    try {
      return Json.lenient().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of this service that it cannot write", e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return Json.lenient().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of this service that it cannot read", e);
    }
  }
}
