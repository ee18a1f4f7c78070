package duban.plans.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.plan.Plan;
import duban.contracts.problem.FieldProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans to be checked: sound ones, and the same with one thing changed. */
final class Samples {

  static final String TARGET = "/sections/0/items/0/targets/0";

  static final String PLAN =
      """
      {"district":"320412","year":2022,"title":"要点","sections":[{"items":[
        {"key":"6","title":"学校","targets":[]},
        {"key":"6.1","title":"项目","targets":[]}]}]}
      """;

  static final Map<String, String> KINDS =
      Map.of(
          "quantity", "\"operator\":\">=\",\"value\":6325,\"unit\":\"个\"",
          "range", "\"operator\":\"range\",\"low\":8,\"high\":10,\"unit\":\"所\"",
          "falling", "\"operator\":\"<=\",\"value\":45,\"baseline\":50,\"unit\":\"人\"",
          "money", "\"operator\":\"=\",\"value\":116000000,\"unit\":\"元\"",
          "ratio", "\"operator\":\">=\",\"value\":85,\"unit\":\"%\",\"denominator\":80",
          "coverage", "\"unit\":\"%\"",
          "project", "\"projects\":[\"甲\",\"乙\"],\"projectsComplete\":true,\"value\":2",
          "frequency", "\"value\":1,\"period\":\"month\",\"unit\":\"次/月\"",
          "deadline", "\"due\":\"2023-12-31\"",
          "narrative", "\"scope\":\"全区\"");

  static ObjectNode tree(String json) {
    try {
      return (ObjectNode) Json.strict().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static Plan read(JsonNode json) {
    try {
      return Json.strict().treeToValue(json, Plan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json.toString(), e);
    }
  }

  /** A sound plan with one target of this sort, patched: a null takes a field away. */
  static ObjectNode planWith(String sort, @Nullable String patch) {
    String kind = sort.equals("range") || sort.equals("falling") ? "quantity" : sort;
    ObjectNode target =
        tree(
            "{\"id\":\"320412-2022.6.2\",\"title\":\"目标\",\"kind\":\"%s\",%s}"
                .formatted(kind, KINDS.get(sort)));
    if (patch != null) {
      merge(target, tree("{" + patch + "}"));
    }
    ObjectNode plan = tree(PLAN);
    plan.withArray("/sections/0/items/0/targets").add(target);
    return plan;
  }

  static void merge(ObjectNode target, ObjectNode patch) {
    patch
        .properties()
        .forEach(field -> {
          if (field.getValue().isNull()) {
            target.remove(field.getKey());
          } else {
            target.set(field.getKey(), field.getValue());
          }
        });
  }

  static List<String> pointers(List<FieldProblem> faults) {
    return faults.stream().map(FieldProblem::pointer).distinct().toList();
  }

  private Samples() {}
}
