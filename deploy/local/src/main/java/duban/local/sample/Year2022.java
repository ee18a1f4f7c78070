package duban.local.sample;

import static duban.contracts.plan.Target.Milestone.COMPLETED;
import static duban.contracts.plan.Target.Milestone.IN_USE;
import static duban.contracts.plan.Target.Milestone.STARTED;
import static duban.contracts.plan.Target.Milestone.TOPPED_OUT;
import static duban.local.sample.Curve.AHEAD;
import static duban.local.sample.Curve.AUTUMN;
import static duban.local.sample.Curve.SHORT;
import static duban.local.sample.Curve.SLOW;
import static duban.local.sample.Curve.STEADY;
import static duban.local.sample.Curve.SUMMER;
import static duban.local.sample.Curve.by;
import static java.time.Month.APRIL;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MARCH;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;

import java.util.List;

/**
 * The year of the sample. What was promised is the two districts' own; what happens here is made
 * up, so that every light, and every kind of event, can be seen.
 */
final class Year2022 {

  private Year2022() {}

  static List<Story> told() {
    return List.of(wujin(), liyang());
  }

  /** On pace with the seats; one new school slips past the start of the school year. */
  private static Story wujin() {
    return new Story("320412", "wj", 2022, 25, 3)
        .monthEnds("6.1", 260, 420, 780, 1150, 2100, 3200, 3350, 3900, 5480, 5900, 6180, 6325)
        .follow(STEADY, "2.4", "11.3#junior", "19.4")
        .follow(STEADY.from(30), "9.1")
        .follow(STEADY.from(60), "7.2", "19.2")
        .follow(AHEAD, "2.3", "10.1", "10.2", "11.2", "11.3#primary", "14.1", "14.2", "19.3")
        .follow(AHEAD.from(60), "13.2")
        .follow(SLOW, "7.1", "11.3#senior", "13.1", "24.1")
        .follow(SUMMER, "7.4")
        .follow(AUTUMN, "2.1", "11.1", "12.1")
        .follow(AUTUMN.of(188), "12.2")
        .follow(SHORT.from(50), "19.1")
        .follow(by(APRIL), "26.1")
        .follow(by(MAY), "16.1")
        .follow(by(JUNE), "2.2")
        .follow(by(SEPTEMBER), "16.2")
        .follow(by(NOVEMBER), "7.3")
        .count(STEADY, "25.1")
        .held("1.1", "04-20", "11-09")
        .step("6.2", "牛塘实验学校", TOPPED_OUT, "01-18")
        .step("6.2", "牛塘实验学校", COMPLETED, "09-26")
        .step("6.2", "牛塘实验学校", IN_USE, "10-10")
        .step("6.3", "鸣凰中心小学", COMPLETED, "04-28")
        .step("6.3", "马杭中心小学", COMPLETED, "06-21")
        .step("6.3", "星河实验小学分校", COMPLETED, "08-24")
        .step("6.3", "改扩建项目四", COMPLETED, "10-20")
        .step("6.3", "改扩建项目五", COMPLETED, "12-14")
        .step("6.4", "东龙路实验小学", STARTED, "01-20")
        .step("6.4", "东龙路实验初中", STARTED, "01-20")
        .step("6.4", "淹城实验小学", STARTED, "03-08")
        .step("6.4", "西园实验小学", STARTED, "03-30")
        .step("6.4", "西园实验初中", STARTED, "04-18")
        .step("6.4", "南田实验小学", STARTED, "05-12")
        .step("6.4", "南田实验初中", STARTED, "06-20")
        .step("6.4", "科教城实验小学", STARTED, "08-15")
        .step("6.4", "科教城初中", STARTED, "09-20")
        .step("6.4", "科教城幼儿园", STARTED, "11-29")
        .step("15.1", "省武高", STARTED, "05-16")
        .step("15.2", "礼嘉中学", STARTED, "09-05")
        .step("19.5", null, STARTED, "06-10")
        .step("19.5", null, COMPLETED, "09-28")
        .step("20.1", null, STARTED, "03-15")
        .step("26.2", null, COMPLETED, "12-02")
        .narrate("3", "4", "5", "8", "17", "18", "21", "22", "23")
        .note("6", "06-14", "滞后", 45, "牛塘实验学校消防管线返工，八月底交付有风险")
        .note("6", "08-30", "滞后", 70, "牛塘实验学校秋季开学未能启用，学生暂在原校就读")
        .late("7.1", JANUARY, 26)
        .late("9.1", APRIL, 41)
        .late("13.1", MAY, 33)
        .late("24.1", MAY, 34)
        .late("19.4", AUGUST, 29)
        .mistake("6.1", MARCH, 6325, 5, "误把全年计划数填为完成数")
        .mistake("10.1", MAY, 30, 9, "误把申报数填为认定数")
        .fallsBack("7.2", OCTOBER, 6, "省级复核撤回六所认定，年底前补齐")
        .verified("6.1", MARCH, 12, "抽查三所学校，班级数相符")
        .verified("6.1", JUNE, 8, "抽查两所学校，数据相符")
        .verified("7.1", JUNE, 10, "已看现场")
        .disputed("10.1", MAY, 6, "市级认定名单上没有这么多团队")
        .verified("6.1", SEPTEMBER, 12, "与秋季学籍核对相符")
        .verified("6.1", DECEMBER, 1, "全年数据核对无误")
        .opened("WJ-2022-01", "6", "06-15", "07-31", "严重", "牛塘实验学校消防管线返工，影响交付")
        .rectified("WJ-2022-01", "6", "09-19", "管线更换完毕")
        .reopened("WJ-2022-01", "6", "09-22", "09-30", "缺复验记录")
        .rectified("WJ-2022-01", "6", "09-29", "复验合格，记录已补")
        .closed("WJ-2022-01", "6", "10-12", "现场复核合格")
        .opened("WJ-2022-02", "7", "05-18", "06-20", "一般", "两所学校教室灯具照度不达标")
        .rectified("WJ-2022-02", "7", "06-16", "已更换灯具并测量")
        .closed("WJ-2022-02", "7", "06-22", "测量结果合格")
        .accept("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15")
        .accept("16", "17", "18", "19", "20", "21", "22", "23", "25", "26")
        .explained("7.1", JUNE, 3, "两所改造学校暑期施工，九月前追回进度")
        .reminded("16", "16.2", "09-16", "09-23", "距完成时限不足十天")
        .urged("6", "6.2", "09-05", "08-31", "秋季开学前未能启用，请说明情况并限期完成")
        .completed("1", "12-05", "两学期思政课均已开设")
        .confirmed("1", "12-09", "查阅记录，属实")
        .completed("6", "12-16", "五所改扩建项目完工，新建学校投入使用")
        .returned("6", "12-20", "一处配套道路尚未验收")
        .completed("6", "12-27", "配套道路已验收")
        .confirmed("6", "12-30", "现场复核合格")
        .appraised("12-30", "94.5", "优秀", "学位任务全面完成，个别项目晚于开学");
  }

  /** Behind with the seats until the autumn; money runs ahead of the works. */
  private static Story liyang() {
    return new Story("320481", "ly", 2022, 20, 7)
        .monthEnds("1.2.1", 0, 180, 300, 620, 1080, 1610, 1900, 2300, 4100, 4400, 4620, 4760)
        .follow(STEADY, "1.2.2", "3.1.2", "4.2.8")
        .follow(STEADY.from(60), "3.3.1")
        .follow(STEADY.from(88), "3.2.2")
        .follow(AHEAD, "2.2.2", "3.2.1")
        .follow(AHEAD.from(50), "4.3.1")
        .follow(AHEAD.from(80), "1.3.1")
        .follow(SLOW, "1.2.8")
        .follow(SUMMER, "1.2.5")
        .follow(AUTUMN, "3.1.1", "3.3.3")
        .follow(SHORT.from(60), "2.2.3")
        .follow(by(JANUARY), "1.1.1")
        .follow(by(MARCH), "4.2.7")
        .follow(by(MAY), "4.2.1")
        .follow(by(JUNE), "1.1.2", "1.1.5", "1.2.6", "3.3.2")
        .follow(by(AUGUST), "2.2.1")
        .follow(by(SEPTEMBER), "1.1.3", "4.2.4")
        .follow(by(OCTOBER), "4.2.2")
        .follow(by(NOVEMBER), "1.1.4", "4.2.5")
        .follow(by(DECEMBER), "4.1.1")
        .count(AHEAD, "4.2.3", "4.3.4")
        .count(STEADY, "4.2.9", "4.3.3")
        .count(SLOW, "4.3.2")
        .held("4.3.5", "01-11", "03-10", "04-12", "05-11", "06-09", "07-05", "08-30")
        .held("4.3.5", "09-14", "10-13", "11-10", "12-08")
        .step("1.2.3", "后六小学", COMPLETED, "08-25")
        .step("1.2.3", "平桥小学", COMPLETED, "11-17")
        .step("1.2.4", "永平初中", STARTED, "02-21")
        .step("1.2.4", "天目湖初中", STARTED, "03-28")
        .step("1.2.4", "南京师范大学溧阳实验小学", STARTED, "05-09")
        .step("1.2.4", "南京师范大学溧阳实验幼儿园", STARTED, "09-13")
        .says("1.2.7", "09-06", 0, "首批暑期完工，第二批列入明年")
        .step("3.1.3", null, STARTED, "02-24")
        .step("3.2.3", null, COMPLETED, "11-09")
        .step("3.2.4", null, STARTED, "04-14")
        .step("3.3.4", null, COMPLETED, "07-14")
        .step("4.2.6", null, COMPLETED, "06-16")
        .narrate("2.1", "2.3")
        .note("1.2", "06-21", "滞后", 34, "学位缺口集中在两所新建初中，计划暑期抢工期")
        .note("1.2", "09-15", "加快", 80, "秋季开学后新增学位集中入账")
        .late("1.2.8", FEBRUARY, 36)
        .late("2.2.2", APRIL, 43)
        .late("3.1.2", MAY, 37)
        .late("3.3.1", MAY, 38)
        .late("4.2.8", JULY, 40)
        .mistake("1.2.2", MAY, 487_000_000, 8, "单位误作万元换算，多了一位")
        .mistake("4.3.1", APRIL, 60, 16, "误把应签数填为已签数")
        .fallsBack("3.2.2", SEPTEMBER, 2, "两校合并后需重新认定")
        .disputed("4.3.1", APRIL, 9, "合同台账与上报数不一致")
        .verified("1.2.1", JUNE, 9, "学位数与班级台账相符")
        .verified("1.2.2", JUNE, 15, "与财政拨付核对相符")
        .verified("1.2.1", SEPTEMBER, 12, "与秋季学籍核对相符")
        .verified("1.2.1", DECEMBER, 1, "全年数据核对无误")
        .opened("LY-2022-01", "1.2", "06-17", "08-31", "严重", "学位进度低于时序，缺口较大")
        .rectified("LY-2022-01", "1.2", "09-14", "秋季新增学位已到位")
        .closed("LY-2022-01", "1.2", "09-27", "与学籍核对，缺口已补")
        .opened("LY-2022-02", "4.3", "04-29", "05-31", "一般", "培训合同台账不全")
        .rectified("LY-2022-02", "4.3", "05-27", "台账已补齐")
        .closed("LY-2022-02", "4.3", "06-10", "抽查五家机构，合同齐全")
        .accept("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3")
        .explained("1.2.1", JUNE, 4, "两所新建初中工期集中在暑期，秋季学期补足")
        .reminded("4.2", "4.2.2", "10-21", "10-31", "请按时限完成")
        .urged("1.2", "1.2.1", "07-06", "06-30", "学位进度不足时序一半，请加快")
        .completed("1.1", "12-06", "各项制度均已落实")
        .confirmed("1.1", "12-13", "抽查属实")
        .appraised("12-30", "86", "良好", "学位任务完成，教师与项目两项未达目标");
  }
}
