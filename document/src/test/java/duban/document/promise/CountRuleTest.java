package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of things: every operator, both scripts of figures, lists that share a figure. */
class CountRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
            扎实开展研学活动，力争达到1500个 | quantity >= 1500 个 扎实开展研学活动
            青禾三中迁建、十里铺小学扩建等3个项目开工 | quantity = 3 个 青禾三中迁建、十里铺小学扩建等项目开工
            新增学位2000个，培训教师1999人次 | quantity = 2000 个 学位; quantity = 1999 人次 教师
            建设智慧教室35个，推动资源共享 | quantity = 35 个 智慧教室
            争创8-10所省市优质园 | quantity range 8..10 所 省市优质园
            打造三至五个特色品牌 | quantity range 3..5 个 特色品牌
            评选优秀案例三四篇 | quantity range 3..4 篇 优秀案例
            新建两所幼儿园 | quantity = 2 所 幼儿园
            改造教室三百二十间 | quantity = 320 间 教室
            服务企业十家以上 | quantity >= 10 家 企业
            计划新增学位超4700个 | quantity > 4700 个 学位
            培训班主任500余名 | quantity >= 500 名 班主任
            压减培训机构不超过20家 | quantity <= 20 家 培训机构
            举办校长沙龙不少于三次 | quantity >= 3 次 校长沙龙
            区级好书记10名左右 | quantity about 10 名 区级好书记
            招聘100位优秀教师 | quantity = 100 位 优秀教师
            培养骨干教师20名、名师10名 | quantity = 20 名 骨干教师; quantity = 10 名 名师
            做好3所幼儿园创建和9所小学复评工作 | quantity = 3 所 幼儿园创建; quantity = 9 所 小学复评工作
            新建中小学2所、幼儿园3所，新增学位4500个 | quantity = 2 所 中小学; quantity = 3 所 幼儿园; quantity = 4500 个 学位
            建设产业学院和职工培训基地各1个 | quantity = 1 个 产业学院; quantity = 1 个 职工培训基地
            新增市特级、高级、骨干校长5名左右 | quantity about 5 名 市特级、高级、骨干校长
            全年培训教师2.5万人次以上 | quantity >= 2.5 万人次 教师
            新增学位1.34万个 | quantity = 1.34 万个 学位
            开展各级各类培训420余批次，参与逾6000人次 | quantity >= 420 批次 各级各类培训; quantity > 6000 人次 参与
            学科类机构由17家压减至5家以内 | quantity <= 5 家 学科类机构
            新增省级课题3项，其中重点课题1项 | quantity = 3 项 省级课题; quantity = 1 项 重点课题
            开展一次全区教学比武 | quantity = 1 次 全区教学比武
            每年培训教师5000人次 | quantity = 5000 人次 教师
            教师编制总数达1200名 | quantity >= 1200 名 教师编制总数
            成立区、校两级名师工作室30个 | quantity = 30 个 区、校两级名师工作室
            培养600分以上考生50名 | quantity = 50 名 600分以上考生
            群众满意度达92分以上 | quantity >= 92 分 群众满意度
            新铺塑胶运动场地约4.5万平方米 | quantity about 4.5 万平方米 塑胶运动场地
          """)
  void reads(String sentence, String targets) {
    assertThat(Said.of(sentence)).isEqualTo(targets == null ? "" : targets);
  }
}
