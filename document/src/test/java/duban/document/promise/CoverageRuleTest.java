package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All of a whole, with no figure written. */
class CoverageRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            实现中考考场全覆盖 | coverage = 100 % 中考考场全覆盖
            确保学校、班级、学生全覆盖 | coverage = 100 % 学校、班级、学生全覆盖
            将全区所有幼儿园纳入集团管理 | coverage = 100 % 全区所有幼儿园纳入集团管理
            完成全区中小学普通教室照明改造 | coverage = 100 % 完成全区中小学普通教室照明改造
            全覆盖开展家访 |
            面向全体学生开展活动 |
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
