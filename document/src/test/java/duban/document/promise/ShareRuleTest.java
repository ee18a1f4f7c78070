package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of a whole, with the whole they are of. */
class ShareRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            普惠率达90%以上 | ratio >= 90 % 普惠率
            85%以上的中小学建成智慧校园 | ratio >= 85 % 中小学建成智慧校园
            教师交流人数不少于应交流人数的15%，其中骨干教师数不少于交流人数的20% | ratio >= 15 % 教师交流人数; ratio >= 20 % 骨干教师数
            三分之一以上的学校建成智慧校园 | ratio >= 33.3333 % 学校建成智慧校园
            乡村学校一半以上接入同步课堂 | ratio >= 50 % 乡村学校接入同步课堂
            骨干教师占比达到八成 | ratio >= 80 % 骨干教师占比
            百分之九十五的学校开设心理课 | ratio = 95 % 学校开设心理课
            班额超标率控制在5%以内 | ratio <= 5 % 班额超标率
            辍学率不超过千分之一 | ratio <= 0.1 % 辍学率
            100%学校开设心理课 | coverage = 100 % 学校开设心理课
            学前教育普惠率98%、公办率60% | ratio = 98 % 学前教育普惠率; ratio = 60 % 公办率
            近视率下降2个百分点 | ratio = 2 个百分点 近视率下降
            高考本科上线率较上年提高3个百分点 | ratio = 3 个百分点 高考本科上线率较上年提高
            公办园占比从2021年的50.1%提高到63% | ratio = 63 % 公办园占比
            课后服务覆盖率保持在99%以上 | coverage >= 99 % 课后服务覆盖率
            普惠性幼儿园覆盖率达85-90% | coverage range 85..90 % 普惠性幼儿园覆盖率
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
