package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promises without a figure. */
class VagueRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            培育一批党建品牌 | quantity - - - 党建品牌
            评选区先进学校 | project - - - 区先进学校
            启动“名师领航”培育工程 | project - - - “名师领航”培育工程
            大幅压减培训机构数量 | quantity - - - 大幅压减培训机构数量
            职业院校招生规模稳中有升 | quantity - - - 职业院校招生规模稳中有升
            配齐配足心理教师 | coverage - - - 配足心理教师
            举办青少年科技节 | project - - - 青少年科技节
            加强教师队伍建设，提升教学质量 |
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
