package duban.local.extract;

import duban.contracts.Text;
import duban.contracts.plan.Target;
import duban.document.PlanReading.Words;
import duban.document.TargetReading;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints one target: what it promises, the words that say so, and what a person should look at. */
final class PrintedTarget {

  private static final Map<Target.Kind, Text> KINDS =
      Map.of(
          Target.Kind.QUANTITY, new Text("数量", "quantity"),
          Target.Kind.RATIO, new Text("比率", "ratio"),
          Target.Kind.COVERAGE, new Text("覆盖", "coverage"),
          Target.Kind.PROJECT, new Text("项目", "project"),
          Target.Kind.DEADLINE, new Text("期限", "deadline"),
          Target.Kind.FREQUENCY, new Text("频次", "frequency"),
          Target.Kind.MONEY, new Text("资金", "money"),
          Target.Kind.NARRATIVE, new Text("定性", "narrative"));

  private static final Map<Target.Period, Text> PERIODS =
      Map.of(
          Target.Period.WEEK, new Text("每周", "a week"),
          Target.Period.MONTH, new Text("每月", "a month"),
          Target.Period.QUARTER, new Text("每季度", "a quarter"),
          Target.Period.TERM, new Text("每学期", "a term"),
          Target.Period.YEAR, new Text("每年", "a year"));

  private static final Text RESULT = new Text("已完成", "reported as done");
  private static final Text CONFIDENCE = new Text("把握 %d%%", "%d%% sure");
  private static final Text UNTIL = new Text("%s 前", "by %s");

  private final PrintStream out;
  private final String language;

  PrintedTarget(PrintStream out, String language) {
    this.out = out;
    this.language = language;
  }

  void print(TargetReading target) {
    out.println("    • " + promise(target));
    out.println("      “" + OneLine.of(target.quote()) + "”");
    for (Words doubt : target.doubts()) {
      out.println("      ? " + new Text(doubt.zh(), doubt.en()).in(language));
    }
  }

  private String promise(TargetReading target) {
    return Stream.of(
            target.title(),
            figures(target),
            period(target.period()),
            due(target),
            kind(target),
            confidence(target.confidence()))
        .filter(Objects::nonNull)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("  "));
  }

  private static @Nullable String figures(TargetReading target) {
    String unit = target.unit() == null ? "" : " " + target.unit();
    if (target.low() != null || target.high() != null) {
      return plain(target.low()) + "–" + plain(target.high()) + unit;
    }
    return target.value() == null ? null : sign(target) + " " + plain(target.value()) + unit;
  }

  private static String sign(TargetReading target) {
    return switch (target.operator()) {
      case AT_LEAST -> target.strict() ? ">" : "≥";
      case AT_MOST -> target.strict() ? "<" : "≤";
      case ABOUT -> "≈";
      case EQUAL, RANGE -> "=";
      case null -> "=";
    };
  }

  private static String plain(@Nullable BigDecimal figure) {
    return figure == null ? "" : figure.toPlainString();
  }

  private @Nullable String period(Target.@Nullable Period period) {
    return period == null ? null : word(PERIODS.get(period));
  }

  private @Nullable String due(TargetReading target) {
    return target.due() == null ? null : UNTIL.in(language).formatted(target.due());
  }

  private String kind(TargetReading target) {
    String kind = word(KINDS.get(target.kind()));
    return target.role() == TargetReading.Role.RESULT
        ? kind + "（" + RESULT.in(language) + "）"
        : kind;
  }

  private String confidence(BigDecimal share) {
    return CONFIDENCE.in(language).formatted(share.movePointRight(2).intValue());
  }

  private String word(@Nullable Text word) {
    return word == null ? "" : word.in(language);
  }
}
