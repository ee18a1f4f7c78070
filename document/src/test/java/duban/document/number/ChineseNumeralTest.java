package duban.document.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumeralTest {

  @ParameterizedTest
  @CsvSource({
    "一, 1",
    "两, 2",
    "十, 10",
    "十二, 12",
    "二十, 20",
    "九十九, 99",
    "一百, 100",
    "两百零五, 205",
    "三百二十, 320",
    "一千二百, 1200",
    "五千零三十, 5030",
    "二〇二二, 2022",
    "〇五, 5"
  })
  void isRead(String numeral, BigDecimal value) {
    assertThat(ChineseNumeral.value(numeral))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(value));
  }
}
