package duban.progress.rules;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Part;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a target is split, and over what. A report of the whole names no part. */
final class PartRules {

  private PartRules() {}

  static Optional<Problem> refusal(@Nullable String part, Target target) {
    if (part == null) {
      return Optional.empty();
    }
    return switch (target.kind()) {
      case QUANTITY, MONEY, RATIO, COVERAGE, FREQUENCY -> notAmong(target.partList(), part, target);
      case PROJECT, DEADLINE, NARRATIVE ->
          Optional.of(
              Problem.at(
                  ProblemType.WRONG_KIND_OF_VALUE,
                  "/part",
                  "类型为 " + target.kind().word() + " 的目标不分部分上报。",
                  "A target of kind " + target.kind().word() + " is not reported by parts."));
    };
  }

  private static Optional<Problem> notAmong(List<Part> parts, String part, Target target) {
    if (parts.isEmpty()) {
      return unknown("目标 " + target.id() + " 不分部分。", "Target " + target.id() + " has no parts.");
    }
    if (parts.stream().anyMatch(known -> known.key().equals(part))) {
      return Optional.empty();
    }
    String keys = parts.stream().map(Part::key).collect(Collectors.joining(", "));
    return unknown(
        "该目标没有这个部分；有：" + keys + "。", "The target has no such part; it has: " + keys + ".");
  }

  private static Optional<Problem> unknown(String zh, String en) {
    return Optional.of(Problem.at(ProblemType.UNKNOWN_TARGET, "/part", zh, en));
  }
}
