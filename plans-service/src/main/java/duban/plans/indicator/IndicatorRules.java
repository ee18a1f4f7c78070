package duban.plans.indicator;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.problem.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an indicator must be, and what of it may change. */
final class IndicatorRules {

  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_UNIT = 20;

  private IndicatorRules() {}

  static List<FieldProblem> faults(Indicator indicator, String key) {
    List<FieldProblem> faults = new ArrayList<>();
    if (!indicator.key().equals(key)) {
      faults.add(
          FieldProblem.at("/key", "应与地址中的 " + key + " 一致。", "Must be the address's " + key + "."));
    } else if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
      faults.add(
          FieldProblem.at(
              "/key",
              "应为小写字母、数字与连字符，至多 64 个字符。",
              "Must be lower-case words joined by hyphens, 64 characters at most."));
    }
    text(faults, "/name", indicator.name(), LONGEST_NAME);
    text(faults, "/nameEn", indicator.nameEn(), LONGEST_NAME);
    text(faults, "/unit", indicator.unit(), LONGEST_UNIT);
    if (indicator.aggregation() == Aggregation.RATIO && !indicator.unit().equals("%")) {
      faults.add(FieldProblem.at("/unit", "按比率汇总的指标以 % 计。", "A ratio is counted in %."));
    }
    BigDecimal tolerance = indicator.tolerance();
    if (tolerance != null && (tolerance.signum() < 0 || tolerance.compareTo(BigDecimal.ONE) >= 0)) {
      faults.add(FieldProblem.at("/tolerance", "应不小于 0 且小于 1。", "Must be from 0 to below 1."));
    }
    return faults;
  }

  /** Names and tolerance may change; what is counted, and how it adds up, may not. */
  static List<FieldProblem> changes(Indicator before, Indicator after) {
    List<FieldProblem> faults = new ArrayList<>();
    same(faults, "/unit", before.unit(), after.unit());
    same(faults, "/aggregation", before.aggregation(), after.aggregation());
    same(faults, "/direction", before.direction(), after.direction());
    same(faults, "/measure", before.measure(), after.measure());
    return faults;
  }

  private static void text(List<FieldProblem> faults, String pointer, String value, int longest) {
    if (value.isBlank() || value.length() > longest) {
      faults.add(
          FieldProblem.at(
              pointer,
              "应有 1 至 " + longest + " 个字符。",
              "Must have 1 to " + longest + " characters."));
    }
  }

  private static void same(
      List<FieldProblem> faults, String pointer, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      faults.add(
          FieldProblem.at(
              pointer,
              "不可更改，否则已报数据会改变含义；请另设指标。",
              "Cannot change, or figures reported before would change meaning; define another"
                  + " indicator."));
    }
  }
}
