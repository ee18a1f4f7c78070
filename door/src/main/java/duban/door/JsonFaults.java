package duban.door;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import java.io.IOException;

/** Says in a caller's words what Jackson found wrong with their JSON. */
final class JsonFaults {

  private JsonFaults() {}

  static Problem of(IOException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException unknown ->
          Problem.at(
              ProblemType.INVALID_REQUEST,
              Pointer.of(unknown.getPath()),
              "没有这个字段。",
              "There is no such field.");
      // Broken text inside of a value comes wrapped as if the value had the wrong type.
      case JsonMappingException wrapped
          when wrapped.getCause() instanceof StreamReadException cut ->
          malformed(cut);
      case JsonMappingException mismatch ->
          Problem.at(
              ProblemType.INVALID_REQUEST,
              Pointer.of(mismatch.getPath()),
              "该值的类型或写法不对。",
              "The value is of the wrong type or form.");
      default -> malformed(failure);
    };
  }

  static Problem malformed(IOException failure) {
    JsonLocation at =
        failure instanceof JsonProcessingException json ? json.getLocation() : JsonLocation.NA;
    if (at == null || at.getLineNr() < 1) {
      return Problem.of(
          ProblemType.MALFORMED_JSON, "请求体不是 UTF-8 的 JSON。", "The body is not JSON in UTF-8.");
    }
    String place = at.getLineNr() + ":" + at.getColumnNr();
    return Problem.of(
        ProblemType.MALFORMED_JSON,
        "请求体在 " + place + "（行:列）处不是合法的 JSON。",
        "The body stops being JSON at " + place + " (line:column).");
  }
}
