package duban.progress.rules;

import duban.contracts.problem.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one event, so that its sender hears everything at once. */
final class Faults {

  private static final Pattern FILE = Pattern.compile("sha256:[0-9a-f]{64}");

  private final List<FieldProblem> found = new ArrayList<>();

  List<FieldProblem> found() {
    return List.copyOf(found);
  }

  Faults add(String pointer, String zh, String en) {
    found.add(FieldProblem.at(pointer, zh, en));
    return this;
  }

  /** Words that may be left out or be empty. */
  Faults text(String pointer, @Nullable String text, int longest) {
    if (text != null && text.codePointCount(0, text.length()) > longest) {
      add(
          pointer,
          "不能超过 " + longest + " 个字。",
          "Must not be longer than " + longest + " characters.");
    }
    return this;
  }

  /** Words that must say something. */
  Faults name(String pointer, String name, int longest) {
    return name.isBlank()
        ? add(pointer, "不能为空。", "Must not be empty.")
        : text(pointer, name, longest);
  }

  Faults optionalName(String pointer, @Nullable String name, int longest) {
    return name == null ? this : name(pointer, name, longest);
  }

  /** The caller's own key of an event or problem. */
  Faults key(String pointer, String key) {
    return Key.isValid(key) ? this : add(pointer, Key.RULE_ZH, Key.RULE_EN);
  }

  /** A figure that is not below zero. */
  Faults count(String pointer, BigDecimal value) {
    if (value.signum() < 0) {
      return add(pointer, "不能为负数；更正请作废原事件。", "Must not be negative; void the event to correct it.");
    }
    return Figure.fits(value)
        ? this
        : add(
            pointer,
            "最多 " + Figure.MOST_INTEGER_DIGITS + " 位整数、" + Figure.MOST_DECIMALS + " 位小数。",
            "At most %d integer digits and %d decimals."
                .formatted(Figure.MOST_INTEGER_DIGITS, Figure.MOST_DECIMALS));
  }

  Faults optionalCount(String pointer, @Nullable BigDecimal value) {
    return value == null ? this : count(pointer, value);
  }

  Faults evidence(@Nullable List<String> evidence) {
    if (evidence == null) {
      return this;
    }
    if (evidence.size() > ContentRules.EVIDENCE) {
      return add(
          "/evidence",
          "最多 " + ContentRules.EVIDENCE + " 条。",
          "Must not have more than " + ContentRules.EVIDENCE + " entries.");
    }
    for (int i = 0; i < evidence.size(); i++) {
      name("/evidence/" + i, evidence.get(i), ContentRules.EVIDENCE_LENGTH);
      if (Cited.isFile(evidence.get(i)) && !FILE.matcher(evidence.get(i)).matches()) {
        add(
            "/evidence/" + i,
            "应为 sha256: 加 64 位小写十六进制数字。",
            "Must be sha256: and 64 lower-case hexadecimal digits.");
      }
    }
    return this;
  }
}
