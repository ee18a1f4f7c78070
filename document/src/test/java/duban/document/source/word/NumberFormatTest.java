package duban.document.source.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

  @ParameterizedTest
  @CsvSource({
    "decimal, 12, 12",
    "decimalZero, 7, 07",
    "decimalFullWidth, 12, １２",
    "chineseCounting, 1, 一",
    "chineseCounting, 10, 十",
    "chineseCountingThousand, 11, 十一",
    "japaneseCounting, 20, 二十",
    "chineseCountingThousand, 105, 一百零五",
    "chineseCountingThousand, 110, 一百一十",
    "chineseCountingThousand, 2000, 二千",
    "chineseCountingThousand, 3004, 三千零四",
    "chineseLegalSimplified, 12, 壹拾贰",
    "ideographDigital, 10, 一〇",
    "decimalEnclosedCircle, 20, ⑳",
    "decimalEnclosedCircleChinese, 21, 21",
    "decimalEnclosedParen, 3, ⑶",
    "ideographTraditional, 3, 丙",
    "ideographZodiac, 12, 亥",
    "upperRoman, 1994, MCMXCIV",
    "lowerRoman, 4, iv",
    "upperLetter, 27, AA",
    "lowerLetter, 2, b",
    "someFutureFormat, 5, 5",
    "chineseCounting, 0, 0",
    "upperLetter, -3, -3",
  })
  void numbersAsWordPrintsThem(String format, int number, String printed) {
    assertThat(NumberFormat.named(format).write(number)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "1, V", "37, 五", "39, 五", "18, ⑤", "29, ㊄", "14, ５", "9999, 5"})
  void word97HasCodesForThem(int code, String five) {
    assertThat(NumberFormat.coded(code).write(5)).isEqualTo(five);
  }
}
