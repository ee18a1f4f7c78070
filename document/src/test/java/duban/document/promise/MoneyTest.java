package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money, exact to the yuan. */
class MoneyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            投入1.16亿元，实施校舍改造 | money = 1.16 亿元 投入
            总投资6820万元 | money = 6820 万元 总投资
            发放助学金300万元 | money = 300 万元 助学金
            生均公用经费提高到1200元 | money = 1200 元 生均公用经费
            完成投资约3.5亿元 | money about 3.5 亿元 投资
            落实专项经费不少于500万元 | money >= 500 万元 专项经费
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
