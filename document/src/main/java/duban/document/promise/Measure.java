package duban.document.promise;

import java.math.BigDecimal;
import java.util.Map;

/** Measure words, and the unit in which what they count adds up. */
final class Measure {

  /** Longest first: a shorter one may begin a longer one. */
  static final String WORDS =
      "人次|班次|批次|课次|课时|学时|学分|平方米|平米|公里|个百分点|百分点|小时|分钟|学位|对子|人天"
          + "|人(?![民才员工大均生文格口力士物身数])|部(?!门)|分(?![之钟类批别年步期层级])|[所名位个家间场座幢栋块辆台套届节次轮期门本册篇份支队对例件起条张处片户盏棵株款枚组批项类种亩米元座课堂岗天]";

  private static final Map<String, String> BASES =
      Map.of("名", "人", "位", "人", "学位", "个", "百分点", "个百分点", "平米", "平方米");

  private Measure() {}

  static String base(String unit) {
    return BASES.getOrDefault(unit, unit);
  }

  static BigDecimal scale(String scale) {
    BigDecimal factor = BigDecimal.ONE;
    for (int i = 0; i < scale.length(); i++) {
      factor =
          factor.multiply(
              switch (scale.charAt(i)) {
                case '百' -> BigDecimal.valueOf(100);
                case '千' -> BigDecimal.valueOf(1_000);
                case '万' -> BigDecimal.valueOf(10_000);
                case '亿' -> BigDecimal.valueOf(100_000_000);
                default -> BigDecimal.ONE;
              });
    }
    return factor;
  }
}
