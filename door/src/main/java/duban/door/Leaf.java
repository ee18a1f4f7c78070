package duban.door;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.problem.FieldProblem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether a single JSON value can be what a record's component asks for. */
final class Leaf {

  /** As in the ledger's canonical form: no figure needs more digits on either side of its point. */
  private static final int MOST_DIGITS = 40;

  private Leaf() {}

  static Optional<FieldProblem> fault(JsonNode json, Class<?> type, String pointer) {
    if (type == String.class) {
      return check(isText(json), pointer, "文字", "text");
    }
    if (type == BigDecimal.class) {
      return check(isFigure(json), pointer, "数，至多 40 位", "a number of at most 40 digits");
    }
    if (type == Integer.class || type == int.class) {
      return check(json.isIntegralNumber() && json.canConvertToInt(), pointer, "整数", "an integer");
    }
    if (type == Long.class || type == long.class) {
      return check(json.isIntegralNumber() && json.canConvertToLong(), pointer, "整数", "an integer");
    }
    if (type == Boolean.class || type == boolean.class) {
      return check(json.isBoolean(), pointer, "true 或 false", "true or false");
    }
    if (type == LocalDate.class) {
      return check(isDate(json), pointer, "日期，如 2022-06-30", "a date such as 2022-06-30");
    }
    return type.isEnum() ? word(json, type, pointer) : Optional.empty();
  }

  private static Optional<FieldProblem> word(JsonNode json, Class<?> type, String pointer) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> Json.strict().convertValue(constant, String.class))
            .toList();
    String all = String.join(", ", words);
    boolean fits = json.isTextual() && words.contains(json.textValue());
    return check(fits, pointer, "以下之一：" + all, "one of: " + all);
  }

  private static Optional<FieldProblem> check(boolean fits, String pointer, String zh, String en) {
    return fits
        ? Optional.empty()
        : Optional.of(FieldProblem.at(pointer, "应为" + zh + "。", "Must be " + en + "."));
  }

  /** U+0000 and half surrogate pairs are no text: neither UTF-8 nor PostgreSQL can hold them. */
  private static boolean isText(JsonNode json) {
    return json.isTextual()
        && json.textValue()
            .codePoints()
            .noneMatch(
                c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private static boolean isFigure(JsonNode json) {
    if (!json.isNumber()) {
      return false;
    }
    BigDecimal value = json.decimalValue();
    return value.scale() <= MOST_DIGITS && (long) value.precision() - value.scale() <= MOST_DIGITS;
  }

  /** Ten characters exactly: the parser would take +12022-01-01 as well. */
  private static boolean isDate(JsonNode json) {
    if (!json.isTextual() || json.textValue().length() != 10) {
      return false;
    }
    try {
      LocalDate.parse(json.textValue());
      return true;
    } catch (DateTimeException notADate) {
      return false;
    }
  }
}
