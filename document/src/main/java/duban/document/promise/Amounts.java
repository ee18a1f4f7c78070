package duban.document.promise;

import duban.contracts.plan.Target.Operator;
import duban.document.number.ChineseNumeral;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the amounts in a paragraph. */
final class Amounts {

  private static final String BEFORE =
      // What any amount begins with: most characters are passed over after one look.
      "(?=[\\d零〇一二两三四五六七八九十百千半各分不至最超突高大多低少小达约接近逾控稳保均为])(?<each>各|分别)?(?<before>不少于|不低于|不小于|不高于|不超过|不多于|不大于|不得低于|不得少于|不得超过|至少|最少|至多|最多"
          + "|超过|超出|突破|高于|大于|多于|低于|少于|小于|达到|达|大约|约为|约|接近|近|超|逾|控制在|稳定在|保持在|均?为)?(?<also>约|超过?|近)?";
  private static final String NUMBER =
      "\\d{1,12}(?:\\.\\d{1,6})?|[" + ChineseNumeral.CHARACTERS + "]{1,16}(?:点[零一二三四五六七八九]{1,4})?";
  private static final String SCALE = "[百千万亿]{0,2}";
  private static final String AFTER = "(?<after>及?以上|及?以下|以内|之内|左右|上下)?";

  private static final Pattern COUNT =
      Pattern.compile(
          BEFORE
              + "(?<low>"
              + NUMBER
              + ")(?<lowScale>"
              + SCALE
              + ")(?:(?:"
              + Measure.WORDS
              + ")?[-~至到](?<high>"
              + NUMBER
              + ")(?<highScale>"
              + SCALE
              + "))?(?<more>[余多])?(?<moreScale>[万亿]?)(?<unit>"
              + Measure.WORDS
              + ")"
              + AFTER);
  private static final Pattern SHARE =
      Pattern.compile(
          BEFORE
              + "(?:百分之(?<said>"
              + NUMBER
              + ")|(?<whole>"
              + NUMBER
              + ")分之(?<parts>"
              + NUMBER
              + ")|(?<low>\\d{1,12}(?:\\.\\d{1,6})?)%?(?:[-~至到](?<high>\\d{1,12}(?:\\.\\d{1,6})?))?%|(?<halves>一半|半数)(?!以下)|(?<tenths>[一二三四五六七八九])成(?<half>[半一二三四五六七八九]?)(?![\\p{IsHan}&&[^以左的]]))"
              + AFTER);

  private Amounts() {}

  /** In the order of the words; they do not overlap. */
  static List<Amount> in(Veiled text, int from) {
    List<Amount> amounts = new ArrayList<>();
    Matcher share = SHARE.matcher(text.open());
    Matcher count = COUNT.matcher(text.open());
    boolean isShare = share.find(from);
    boolean isCount = count.find(from);
    while (isShare || isCount) {
      boolean first = isShare && (!isCount || share.start() <= count.start());
      (first ? share(share) : count(count)).ifPresent(amounts::add);
      int at = first ? share.end() : count.end();
      isShare = isShare && (share.start() >= at || share.find(at));
      isCount = isCount && (count.start() >= at || count.find(at));
    }
    return amounts;
  }

  private static Optional<Amount> count(Matcher m) {
    String unit = m.group("unit");
    String lowScale = m.group("lowScale");
    String highScale = m.group("highScale");
    String scale =
        (highScale == null || highScale.isEmpty() ? lowScale : highScale) + m.group("moreScale");
    if (isLoose(m.group("low"))) {
      return Optional.of(loose(m, scale, unit));
    }
    Optional<BigDecimal> low = number(m.group("low"));
    Optional<BigDecimal> high = number(m.group("high"));
    boolean ranged = m.group("high") != null;
    if (low.isEmpty() || (ranged && high.isEmpty())) {
      return Optional.empty();
    }
    boolean written = Character.isDigit(m.group("low").charAt(0));
    return Optional.of(
        amount(
            m,
            m.start("low"),
            low.get(),
            high.orElse(null),
            Measure.scale(scale),
            scale + unit,
            unit,
            written));
  }

  /** 三四所 is three to four. */
  private static boolean isLoose(String numeral) {
    String digits = "一二三四五六七八九";
    return numeral.length() == 2
        && digits.indexOf(numeral.charAt(0)) >= 0
        && digits.indexOf(numeral.charAt(1)) == digits.indexOf(numeral.charAt(0)) + 1;
  }

  private static Amount loose(Matcher m, String scale, String unit) {
    BigDecimal low = number(m.group("low").substring(0, 1)).orElseThrow();
    BigDecimal high = low.add(BigDecimal.ONE);
    return amount(m, m.start("low"), low, high, Measure.scale(scale), scale + unit, unit, false);
  }

  private static Optional<Amount> share(Matcher m) {
    if (m.group("low") != null) {
      Optional<BigDecimal> high = number(m.group("high"));
      return Optional.of(
          percent(m, m.start("low"), new BigDecimal(m.group("low")), high.orElse(null)));
    }
    if (m.group("said") != null) {
      return number(m.group("said")).map(value -> percent(m, m.start("said") - 3, value, null));
    }
    if (m.group("halves") != null) {
      return Optional.of(percent(m, m.start("halves"), BigDecimal.valueOf(50), null));
    }
    if (m.group("tenths") != null) {
      return number(m.group("tenths"))
          .map(tenths -> tenths.multiply(BigDecimal.TEN))
          .map(value -> value.add(half(m.group("half"))))
          .map(value -> percent(m, m.start("tenths"), value, null));
    }
    return number(m.group("whole"))
        .filter(whole -> whole.signum() > 0)
        .flatMap(whole -> number(m.group("parts")).map(parts -> parts(parts, whole)))
        .map(value -> percent(m, m.start("whole"), value, null));
  }

  /** What follows 成: 九成五 is 95 %, 九成半 too. */
  private static BigDecimal half(String word) {
    return word.equals("半")
        ? BigDecimal.valueOf(5)
        : BigDecimal.valueOf(Math.max(0, "零一二三四五六七八九".indexOf(word)));
  }

  /** A third is no finite decimal; four digits after the point are more than any plan means. */
  private static BigDecimal parts(BigDecimal parts, BigDecimal whole) {
    return parts
        .multiply(BigDecimal.valueOf(100))
        .divide(whole, 4, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  private static Amount percent(Matcher m, int figure, BigDecimal low, @Nullable BigDecimal high) {
    return amount(m, figure, low, high, BigDecimal.ONE, "%", "%", true);
  }

  private static Amount amount(
      Matcher m,
      int figure,
      BigDecimal low,
      @Nullable BigDecimal high,
      BigDecimal scale,
      String unit,
      String measure,
      boolean written) {
    String before = or(m.group("before")) + or(m.group("also"));
    String after = or(m.group("after"));
    boolean more = m.pattern() == COUNT && m.group("more") != null;
    Operator operator = high != null ? Operator.RANGE : operator(before, after, more);
    boolean strict =
        operator == Operator.AT_LEAST
            && before.matches(".*(?:超|突破|高于|大于|多于|逾).*")
            && !before.contains("不");
    return new Amount(
        m.start(),
        figure,
        m.end(),
        high == null ? low : null,
        high == null ? null : low,
        high,
        scale,
        unit,
        measure,
        operator,
        strict,
        written,
        m.group("each") != null);
  }

  private static Operator operator(String before, String after, boolean more) {
    if (before.matches(".*(?:不高于|不超过|不多于|不大于|不得超过|至多|最多|(?<!不)(?<!得)低于|(?<!不)(?<!得)少于|(?<!不)小于).*")
        || after.matches(".*以下|以内|之内")) {
      return Operator.AT_MOST;
    }
    if (after.matches("左右|上下") || before.matches(".*(?:约|近).*")) {
      return Operator.ABOUT;
    }
    boolean least =
        more || after.endsWith("以上") || before.matches(".*(?:不|至少|最少|超|突破|高于|大于|多于|达|逾|稳定在|保持在).*");
    return least ? Operator.AT_LEAST : Operator.EQUAL;
  }

  private static String or(@Nullable String group) {
    return group == null ? "" : group;
  }

  private static Optional<BigDecimal> number(@Nullable String numeral) {
    if (numeral == null) {
      return Optional.empty();
    }
    if (Character.isDigit(numeral.charAt(0))) {
      return Optional.of(new BigDecimal(numeral));
    }
    int point = numeral.indexOf('点');
    if (point < 0) {
      return ChineseNumeral.value(numeral);
    }
    return ChineseNumeral.value(numeral.substring(0, point))
        .flatMap(whole ->
            ChineseNumeral.value("〇" + numeral.substring(point + 1))
                .map(digits -> whole.add(digits.movePointLeft(numeral.length() - point - 1))));
  }
}
