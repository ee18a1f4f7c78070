package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** So many in each period. */
class FrequencyRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            校长每学期上1次思政课 | frequency = 1 次/学期 每学期上思政课
            落实每月1次驻校督查 | frequency = 1 次/月 每月驻校督查
            每学期听课不少于20节 | frequency >= 20 节/学期 每学期听课
            每周组织2次集体教研 | frequency = 2 次/周 每周组织集体教研
            每天阳光锻炼1小时 | frequency = 1 小时/天 每天阳光锻炼
            每季度召开一次家长会 | frequency = 1 次/季度 每季度召开家长会
            每学年开展两次应急演练 | frequency = 2 次/年 每学年开展应急演练
            开展安全检查2次/月 | frequency = 2 次/月 安全检查/月
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
