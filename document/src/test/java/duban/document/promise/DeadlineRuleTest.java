package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Done by a day, with no figure. */
class DeadlineRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            6月底前完成东区初中主体工程 | deadline - - - 完成东区初中主体工程
            年底前完成校舍安全鉴定 | deadline - - - 完成校舍安全鉴定
            制定出台校长职级制实施办法，6月底前完成 | deadline - - - 出台校长职级制实施办法
            启动教师公寓建设，10月底前竣工 | deadline - - - 教师公寓建设竣工
            排查校园安全隐患，9月前完成整改 | deadline - - - 校园安全隐患完成整改
            要抓早。年底前完成 | deadline - - - 完成
            分两年实施空调安装工程 | deadline = 2 年 空调安装工程
            7月底前修订《课后服务管理办法》 | deadline - - - 修订《课后服务管理办法》
            截至2021年底完成整改 |
            制定《关于深化课堂改革的意见》 |
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
