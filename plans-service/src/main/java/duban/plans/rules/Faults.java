package duban.plans.rules;

import duban.contracts.problem.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, each with its place, up to a bound. */
final class Faults {

  private static final int MOST = 200;

  private final List<FieldProblem> found = new ArrayList<>();

  List<FieldProblem> found() {
    return List.copyOf(found);
  }

  void add(String pointer, String zh, String en) {
    if (found.size() < MOST) {
      found.add(FieldProblem.at(pointer, zh, en));
    }
  }

  void unless(boolean holds, String pointer, String zh, String en) {
    if (!holds) {
      add(pointer, zh, en);
    }
  }

  void text(@Nullable String value, int longest, String pointer) {
    if (value != null) {
      unless(
          !value.isBlank() && value.length() <= longest,
          pointer,
          "应有 1 至 " + longest + " 个字符。",
          "Must have 1 to " + longest + " characters.");
    }
  }

  void absent(@Nullable Object value, String pointer, String zh, String en) {
    unless(value == null, pointer, zh, en);
  }
}
