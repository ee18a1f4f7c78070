package duban.progress.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.progress.ProgressEvent;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Events written short, and refusals read short: {@code "unknown-target /target"}. */
final class Said {

  private Said() {}

  /** {@code {'type':'progress.added',...}} with single quotes, as tables show it. */
  static ProgressEvent event(String singleQuoted) {
    try {
      ObjectNode json = (ObjectNode) Json.strict().readTree(singleQuoted.replace('\'', '"'));
      String type = json.remove("type").textValue();
      return Json.strict().treeToValue(json, ProgressEvent.TYPES.get(type));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String of(Problem problem) {
    String uri = problem.type().uri();
    return uri.substring(uri.lastIndexOf('/') + 1)
        + (problem.errors().isEmpty() ? "" : " " + pointers(problem.errors()));
  }

  static String pointers(List<FieldProblem> faults) {
    return faults.stream().map(FieldProblem::pointer).collect(Collectors.joining(" "));
  }
}
