package duban.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          投入 1.16 亿元 | 投入1.16亿元
          新增１２个（含）５０％ | 新增12个（含）50%
          (一)強化黨建,擦亮底色 | （一）强化党建，擦亮底色
          学位10,000个,教师2,500名 | 学位10000个，教师2500名
          學(xué)校建設(shè) | 学校建设
          「雙減」攻堅 | “双减”攻坚
          8—10所～12所 | 8-10所~12所
          "一校一品"和"双减" | “一校一品”和“双减”
          """)
  void areFolded(String source, String words) {
    assertThat(Lines.of(source).getFirst().words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          投入 1.16 亿元改造 | 1.16亿元 | 1.16 亿元
          新增學(xué)位５０個 | 学位50个 | 學(xué)位５０個
          """)
  void keepTheWayBack(String source, String words, String quote) {
    Passage line = Lines.of(source).getFirst();
    int from = line.words().indexOf(words);
    assertThat(line.span(from, from + words.length()).of(source)).isEqualTo(quote);
  }
}
