package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that count nothing: names, meetings, slogans, ages, present state. */
class NoCountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            围绕三个方面开展工作 |
            去年23所学校完成了校门口改造 |
            全区完成了12所学校的改造 |
            村小只剩19名学生 |
            全文158条要入脑入心 |
            来一次“回头看” |
            距城区12公里 |
            4分30秒跑不下来的不足一半 |
            形成一个闭环 |
            做一名好老师 |
            深入推进八大行动 |
            牢固树立四个意识，做到两个维护 |
            落实五育并举，实施1+X证书制度 |
            深入学习党的十九大和十九届历次全会精神 |
            实施学前教育三年行动计划（2021—2023年） |
            推进“532”发展战略 |
            后六小学、第六中学的经验值得推广 |
            全区现有学校120所，其中小学68所、初中27所 |
            让每一名学生都出彩 |
            排名进入前10名 |
            分3批实施 |
            落实中央八项规定精神 |
            联合公安、消防等9部门开展执法 |
            校园周边200米范围内不得设置网吧 |
            三至六年级作业不超过60分钟 |
            教师年龄一般不超过35周岁 |
            用好12345热线，建好5G校园 |
            三元里学校的做法值得推广 |
            集团化办学3.0行动全面展开 |
            建团100周年主题活动 |
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
