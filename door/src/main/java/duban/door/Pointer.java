package duban.door;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;

/** How a place in a JSON document is written (RFC 6901). */
public final class Pointer {

  private Pointer() {}

  /** {@code /sections} and {@code a/b} make {@code /sections/a~1b}. */
  public static String to(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** {@code /sections} and 2 make {@code /sections/2}. */
  public static String to(String parent, int index) {
    return parent + "/" + index;
  }

  static String of(List<JsonMappingException.Reference> path) {
    String pointer = "";
    for (JsonMappingException.Reference step : path) {
      pointer =
          step.getFieldName() != null
              ? to(pointer, step.getFieldName())
              : to(pointer, step.getIndex());
    }
    return pointer;
  }
}
