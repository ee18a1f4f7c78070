package duban.door;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.problem.FieldProblem;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON with the record it is to become. Jackson stops at the first fault and lets some
 * pass (2022.7 for an int, [2022,1,1] for a date), hence a walk of our own before it.
 */
final class Shape {

  private static final int MOST_FAULTS = 100;

  private static final ClassValue<Map<String, Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
          Map<String, Field> fields = new LinkedHashMap<>();
          for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            fields.put(component.getName(), new Field(component.getGenericType(), optional));
          }
          return fields;
        }
      };

  private record Field(Type type, boolean optional) {}

  private final List<FieldProblem> faults = new ArrayList<>();

  private Shape() {}

  /** Empty when the JSON fits; at most {@link #MOST_FAULTS}. */
  static List<FieldProblem> faults(JsonNode json, Class<?> type) {
    Shape shape = new Shape();
    shape.value(json, type, "");
    return List.copyOf(shape.faults);
  }

  private void value(JsonNode json, Type type, String pointer) {
    if (faults.size() >= MOST_FAULTS) {
      return;
    }
    if (json.isNull() || json.isMissingNode()) {
      fault(pointer, "必须填写。", "Is required.");
    } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      list(json, list.getActualTypeArguments()[0], pointer);
    } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      map(json, map.getActualTypeArguments()[1], pointer);
    } else if (type instanceof Class<?> record && record.isRecord()) {
      object(json, record, pointer);
    } else if (type instanceof Class<?> leaf) {
      Optional<FieldProblem> found = Leaf.fault(json, leaf, pointer);
      found.ifPresent(faults::add);
    }
  }

  private void object(JsonNode json, Class<?> type, String pointer) {
    if (!json.isObject()) {
      fault(pointer, "应为对象。", "Must be an object.");
      return;
    }
    Map<String, Field> fields = FIELDS.get(type);
    for (Map.Entry<String, JsonNode> given : json.properties()) {
      if (!fields.containsKey(given.getKey())) {
        unknown(Pointer.to(pointer, given.getKey()), fields);
      }
    }
    fields.forEach((name, field) -> component(json.path(name), field, Pointer.to(pointer, name)));
  }

  private void component(JsonNode json, Field field, String pointer) {
    boolean absent = json.isNull() || json.isMissingNode();
    if (!absent || !field.optional()) {
      value(json, field.type(), pointer);
    }
  }

  private void list(JsonNode json, Type element, String pointer) {
    if (!json.isArray()) {
      fault(pointer, "应为数组。", "Must be an array.");
      return;
    }
    for (int i = 0; i < json.size() && faults.size() < MOST_FAULTS; i++) {
      value(json.get(i), element, Pointer.to(pointer, i));
    }
  }

  /** Any key; each value must fit. */
  private void map(JsonNode json, Type element, String pointer) {
    if (!json.isObject()) {
      fault(pointer, "应为对象。", "Must be an object.");
      return;
    }
    json.properties()
        .forEach(entry -> value(entry.getValue(), element, Pointer.to(pointer, entry.getKey())));
  }

  private void unknown(String pointer, Map<String, Field> fields) {
    String known = String.join(", ", fields.keySet());
    fault(
        pointer, "没有这个字段；可用的有：" + known + "。", "There is no such field; there are: " + known + ".");
  }

  private void fault(String pointer, String zh, String en) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(FieldProblem.at(pointer, zh, en));
    }
  }
}
