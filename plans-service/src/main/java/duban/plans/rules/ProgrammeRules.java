package duban.plans.rules;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Programme;
import duban.contracts.problem.FieldProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a programme of several years must be, and what of it may change. */
public final class ProgrammeRules {

  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_NAME = 200;
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2199;
  private static final int MOST_YEARS = 20;

  private ProgrammeRules() {}

  /**
   * @param key that the address names
   * @param catalogue the indicator of a key
   */
  public static List<FieldProblem> faults(
      Programme programme, String key, Function<String, Optional<Indicator>> catalogue) {
    Faults faults = new Faults();
    faults.unless(
        programme.key().equals(key),
        "/key",
        "应与地址中的 " + key + " 一致。",
        "Must be the address's " + key + ".");
    faults.unless(
        key.length() <= LONGEST_KEY && KEY.matcher(key).matches(),
        "/key",
        "应为小写字母、数字与连字符，至多 64 个字符。",
        "Must be lower-case words joined by hyphens, 64 characters at most.");
    faults.text(programme.name(), LONGEST_NAME, "/name");
    faults.text(programme.nameEn(), LONGEST_NAME, "/nameEn");
    years(programme, faults);
    promise(programme, catalogue, faults);
    return faults.found();
  }

  /** Slices were mapped to it: what they add up under stays once it is said. */
  public static List<FieldProblem> changes(Programme before, Programme after) {
    Faults faults = new Faults();
    faults.unless(
        before.indicator() == null || Objects.equals(before.indicator(), after.indicator()),
        "/indicator",
        "不可更改，否则各年份额会改变含义；请另设行动计划。",
        "Cannot change, or its slices would change meaning; define another programme.");
    return faults.found();
  }

  private static void years(Programme programme, Faults faults) {
    faults.unless(
        programme.from() >= FIRST_YEAR && programme.from() <= LAST_YEAR,
        "/from",
        "应在 " + FIRST_YEAR + " 与 " + LAST_YEAR + " 之间。",
        "Must be between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
    faults.unless(
        programme.to() >= programme.from() && programme.to() - programme.from() < MOST_YEARS,
        "/to",
        "不得早于首年，至多 " + MOST_YEARS + " 年。",
        "Must not lie before the first year; " + MOST_YEARS + " years at most.");
  }

  private static void promise(
      Programme programme, Function<String, Optional<Indicator>> catalogue, Faults faults) {
    String indicator = programme.indicator();
    BigDecimal promised = programme.promised();
    if (indicator != null) {
      faults.unless(
          catalogue.apply(indicator).isPresent(),
          "/indicator",
          "目录中没有指标 " + indicator + "。",
          "The catalogue has no indicator " + indicator + ".");
    }
    faults.unless(
        promised == null || promised.signum() > 0, "/promised", "应为正数。", "Must be positive.");
    faults.unless(
        promised == null || indicator != null,
        "/promised",
        "总量以指标的单位计，须填指标。",
        "Is counted in the indicator's unit, so an indicator is required.");
  }
}
