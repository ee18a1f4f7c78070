package duban.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.Text;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import java.io.IOException;
import java.util.List;

/**
 * Reads a caller's JSON into a record and names every place that does not fit, not only the first:
 * unknown fields, missing ones (a component that is not {@code @Nullable}), and values of a wrong
 * type or form.
 */
public final class StrictJson {

  private StrictJson() {}

  /**
   * @throws ProblemException MALFORMED_JSON, when it is no JSON document
   */
  public static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = Json.strict().readTree(body);
      if (tree.isMissingNode()) {
        throw ProblemException.of(ProblemType.MALFORMED_JSON, "请求体是空的。", "The body is empty.");
      }
      return tree;
    } catch (IOException e) {
      throw new ProblemException(JsonFaults.malformed(e));
    }
  }

  /**
   * @throws ProblemException MALFORMED_JSON, or INVALID_REQUEST with a pointer to each bad field
   */
  public static <T> T read(byte[] body, Class<T> type) {
    return read(tree(body), type);
  }

  /**
   * @throws ProblemException INVALID_REQUEST with a pointer to each bad field
   */
  public static <T> T read(JsonNode json, Class<T> type) {
    List<FieldProblem> faults = Shape.faults(json, type);
    if (!faults.isEmpty()) {
      throw new ProblemException(new Problem(ProblemType.INVALID_REQUEST, summary(faults), faults));
    }
    try {
      return Json.strict().treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new ProblemException(JsonFaults.of(e));
    }
  }

  private static Text summary(List<FieldProblem> faults) {
    int count = faults.size();
    return new Text(
        "请求体有 " + count + " 处有误。",
        count == 1 ? "One place of the body is wrong." : count + " places of the body are wrong.");
  }
}
