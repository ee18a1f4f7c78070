package duban.reporting.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "83.333333, %, 83.33%",
    "99.999999, %, 99.99%",
    "85.00,     %, 85%",
    "0.125,    公里, 0.125公里",
    "3200,      , 3200",
    "1E+3,      所, 1000所",
    ",          所, —"
  })
  void aFigureIsToldExactlyAndAShareWithTwoDecimals(BigDecimal figure, String unit, String told) {
    assertThat(new Words("zh").figure(figure, unit)).isEqualTo(told);
  }
}
