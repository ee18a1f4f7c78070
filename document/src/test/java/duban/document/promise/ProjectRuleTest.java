package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Works at schools that are named. */
class ProjectRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            建成投用牛角湾实验学校 | project = 1 所 牛角湾实验学校
            建成东湖小学、西湖小学等5所学校 | project = 5 所 东湖小学、西湖小学等学校
            完成北岸小学、北岸中学改扩建工程 | project = 2 所 北岸小学、北岸中学改扩建工程
            统筹推进东城初中、南城初中和西城幼儿园等重点项目建设 | project - - - 东城初中、南城初中和西城幼儿园等重点项目建设
            9月1日前建成投用南苑小学 | project = 1 所 南苑小学
            今年秋季投用河东第二实验小学北校区 | project = 1 所 河东第二实验小学北校区
            力争三季度开工建设区职教中心新校区 | project = 1 所 区职教中心新校区
            推进优质学校建设 |
            加快农村学校改造 |
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
