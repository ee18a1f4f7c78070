package duban.progress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Text;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.contracts.progress.ProgressEvent;
import duban.door.ProblemException;
import duban.door.StrictJson;
import duban.progress.rules.Key;
import duban.progress.rules.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one event: its id and type, and the record that the type names. */
final class SubmissionReader {

  private static final String TYPES =
      String.join(", ", new TreeSet<>(ProgressEvent.TYPES.keySet()));

  private SubmissionReader() {}

  /**
   * @throws ProblemException INVALID_REQUEST with a pointer to each bad field
   */
  static Submission read(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      throw ProblemException.at(
          ProblemType.INVALID_REQUEST, "", "事件应为 JSON 对象。", "An event is a JSON object.");
    }
    List<FieldProblem> faults = new ArrayList<>();
    String id = id(object.path("id"), faults);
    String type = object.path("type").asText();
    ProgressEvent event = event(type, object, faults);
    if (event == null || !faults.isEmpty()) {
      throw new ProblemException(new Problem(ProblemType.INVALID_REQUEST, summary(faults), faults));
    }
    return new Submission(id, type, event);
  }

  private static String id(JsonNode id, List<FieldProblem> faults) {
    if (!id.isTextual() || !Key.isValid(id.textValue())) {
      faults.add(FieldProblem.at("/id", Key.RULE_ZH, Key.RULE_EN));
      return "";
    }
    return id.textValue();
  }

  private static @Nullable ProgressEvent event(
      String type, ObjectNode object, List<FieldProblem> faults) {
    Class<? extends ProgressEvent> record = ProgressEvent.TYPES.get(type);
    if (record == null) {
      faults.add(
          FieldProblem.at("/type", "应为以下之一：" + TYPES + "。", "Must be one of: " + TYPES + "."));
      return null;
    }
    ObjectNode fields = object.deepCopy();
    fields.remove(List.of("id", "type"));
    try {
      return StrictJson.read(fields, record);
    } catch (ProblemException refused) {
      faults.addAll(refused.problem().errors());
      return null;
    }
  }

  private static Text summary(List<FieldProblem> faults) {
    return new Text(
        "事件有 " + faults.size() + " 处有误。",
        faults.size() == 1
            ? "One place of the event is wrong."
            : faults.size() + " places of the event are wrong.");
  }
}
