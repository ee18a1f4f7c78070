package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles to be won. */
class DesignationRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            积极申报市书法教育示范区 | project - - - 市书法教育示范区
            2022年创成省高质量平安校园建设区 | project - - - 2022年创成省高质量平安校园建设区
            支持北城中学创建四星级高中 | project - - - 支持北城中学创建四星级高中
            支持甲一中学完成改革任务、东城中学创建四星级高中 | project - - - 东城中学创建四星级高中
            力争升格为职业技术学院分院 | project - - - 升格为职业技术学院分院
            推进“省学前教育普及普惠县域”创建 | project - - - “省学前教育普及普惠县域”创建
            支持双塔县、澄江区争创全国义务教育优质均衡发展县（区） | project - - - 澄江区争创全国义务教育优质均衡发展县（区）
            持续开展平安校园创建 |
            深化文明校园创建活动 |
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
