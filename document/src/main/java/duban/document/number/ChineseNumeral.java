package duban.document.number;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Numerals in characters: 三, 两百零五, 一千二百, 二〇二二. */
public final class ChineseNumeral {

  /** What a numeral is written with; the scales 万 and 亿 are read by {@link Figure}. */
  public static final String CHARACTERS = "零〇一二两三四五六七八九十百千";

  /** A document uses few numerals, again and again; the format is slow and not thread-safe. */
  private static final int REMEMBERED = 2_000;

  private static final ConcurrentMap<String, Optional<BigDecimal>> KNOWN =
      new ConcurrentHashMap<>();

  private static final RuleBasedNumberFormat FORMAT =
      new RuleBasedNumberFormat(ULocale.SIMPLIFIED_CHINESE, RuleBasedNumberFormat.SPELLOUT);

  private ChineseNumeral() {}

  /** Empty when the characters are no numeral. */
  public static Optional<BigDecimal> value(String characters) {
    if (KNOWN.size() > REMEMBERED) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(characters, ChineseNumeral::read);
  }

  private static Optional<BigDecimal> read(String characters) {
    String digits = digits(characters);
    if (characters.length() > 1 && !digits.isEmpty()) {
      return Optional.of(new BigDecimal(digits));
    }
    String standard = characters.replace('两', '二').replace('〇', '零');
    // 十二 is short for 一十二, which is what the format reads inside larger numerals.
    return parsed(standard).or(() -> parsed("一" + standard));
  }

  private static Optional<BigDecimal> parsed(String numeral) {
    ParsePosition at = new ParsePosition(0);
    synchronized (FORMAT) {
      Number number = FORMAT.parse(numeral, at);
      return at.getIndex() == numeral.length() && number != null
          ? Optional.of(new BigDecimal(number.toString()))
          : Optional.empty();
    }
  }

  /** 二〇二二 as 2022; empty where a character is no digit. */
  private static String digits(String characters) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      int digit = c == '〇' ? 0 : "零一二三四五六七八九".indexOf(c);
      if (digit < 0) {
        return "";
      }
      digits.append(digit);
    }
    return digits.toString();
  }
}
