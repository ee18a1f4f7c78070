package duban.document.outline;

import static org.assertj.core.api.Assertions.assertThat;

import duban.document.text.Passage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The habits of numbering that plan documents show, each in a few lines. */
class OutlineReaderTest {

  private static final String WORDS = "坚持问题导向，抓好各项工作的落实，不断提升人民群众的满意度。";

  @Test
  void itemsRunOnOverSections() {
    assertThat(paths("一、党建", "1.甲。" + WORDS, "2.乙。" + WORDS, "二、发展", "3.丙。" + WORDS))
        .containsExactly("一/1 甲", "一/2 乙", "二/3 丙");
  }

  @Test
  void itemsBeginAnewInEachSection() {
    assertThat(paths("一、党建", "（一）甲", WORDS, "（二）乙", WORDS, "二、发展", "（一）丙", WORDS))
        .containsExactly("一/1 甲", "一/2 乙", "二/1 丙");
  }

  @Test
  void aLevelChangesItsStyleMidway() {
    assertThat(
            paths(
                "一、党建", "（一）甲。" + WORDS, "（二）乙。" + WORDS, "3.丙。" + WORDS, "二、发展", "（一）丁。" + WORDS))
        .containsExactly("一/1 甲", "一/2 乙", "一/3 丙", "二/1 丁");
  }

  @Test
  void sectionsChangeTheirSign() {
    assertThat(sections("一、党建", "1.甲。" + WORDS, "二．发展", "2.乙。" + WORDS, "三 、保障", "3.丙。" + WORDS))
        .containsExactly("一 党建", "二 发展", "三 保障");
  }

  @Test
  void numbersAreRepeatedAndMissing() {
    assertThat(paths("一、党建", "1.甲。" + WORDS, "3.乙。" + WORDS, "3.丙。" + WORDS))
        .containsExactly("一/1 甲", "一/3 乙", "一/3-2 丙");
  }

  @Test
  void fullWidthFormsAreTheSame() {
    assertThat(paths("一、党建", "１．甲。" + WORDS, "２、乙。" + WORDS)).containsExactly("一/1 甲", "一/2 乙");
  }

  @Test
  void listsInBracketsAreItemsWhereNothingElseIs() {
    assertThat(paths("一、党建", "（1）甲。" + WORDS, "（2）乙。" + WORDS)).containsExactly("一/1 甲", "一/2 乙");
  }

  @Test
  void listsInBracketsAreWordsOfANumberedItem() {
    assertThat(paths("一、党建", "1.甲。" + WORDS, "（1）乙。" + WORDS, "一是丙。" + WORDS, "①丁。" + WORDS))
        .containsExactly("一/1 甲");
  }

  @Test
  void threeLevelsGoThroughTheParts() {
    assertThat(paths("第一部分 上年情况", "一、党建", "（一）甲", WORDS, "第二部分 本年安排", "一、党建", "（一）乙", WORDS))
        .containsExactly("第一部分/一/1 甲", "第二部分/一/1 乙");
  }

  @Test
  void oneLevelNeedsNoSection() {
    assertThat(paths("1.甲。" + WORDS, "2.乙。" + WORDS)).containsExactly("1 甲", "2 乙");
  }

  @Test
  void headingsWithoutNumbersCarryItems() {
    assertThat(sections("党的建设", "1.甲。" + WORDS, "队伍建设", "2.乙。" + WORDS))
        .containsExactly("1 党的建设", "2 队伍建设");
  }

  @Test
  void aSectionWithoutItemsHasItsWords() {
    assertThat(paths("一、党建", WORDS, WORDS, "二、发展", WORDS)).containsExactly("一/0 ", "二/0 ");
  }

  @Test
  void aPageEndCutsAParagraph() {
    Outline outline = read("一、党建", "（一）甲", "持续落实党内组织生活报告制度，抓好党建常规，抓严", "— 3 —", "党建细节，抓实党建过程。");
    assertThat(outline.sections().getLast().items().getLast().paragraphs())
        .extracting(Passage::words)
        .containsExactly("（一）甲", "持续落实党内组织生活报告制度，抓好党建常规，抓严党建细节，抓实党建过程。");
    assertThat(outline.nodes()).extracting(Outline.Node::path).contains("page");
  }

  @Test
  void printedLinesBecomeParagraphs() {
    String words = "坚持以人民为中心发展教育加快建设高质量教育体系发展素质教育促进教育公平";
    String printed = (words + words + words + words + words + words).replaceAll("(.{20})", "$1\n");
    Outline outline = OutlineReader.read("一、党建\n1.甲\n" + printed + "。\n2.乙\n" + printed + "。");
    assertThat(outline.sections().getLast().items()).hasSize(2);
    assertThat(outline.sections().getLast().items().getFirst().paragraphs()).hasSize(2);
  }

  @Test
  void aPageRunsHeadingsOn() {
    assertThat(paths("一、党建", "（一）甲。" + WORDS + "（二）乙。" + WORDS + "（三）丙。" + WORDS))
        .containsExactly("一/1 甲", "一/2 乙", "一/3 丙");
  }

  @Test
  void whatStandsAroundThePlanIsNoPartOfIt() {
    Outline outline =
        read(
            "首页 > 政务公开 > 规划计划",
            "某区教育局2023年工作要点",
            "发布时间：2023-02-10 来源：办公室 浏览次数：12",
            "2023年是关键之年，全区教育系统要深入贯彻党的教育方针，办好人民满意的教育。",
            "一、党建",
            "1.甲。" + WORDS,
            "某区教育局",
            "2023年2月8日",
            "打印 关闭");
    assertThat(outline.title()).extracting(Passage::words).isEqualTo("某区教育局2023年工作要点");
    assertThat(outline.issued()).isEqualTo(LocalDate.of(2023, 2, 8));
    assertThat(outline.nodes())
        .extracting(Outline.Node::path)
        .containsExactly("front", "title", "front", "0/1", "一", "一/1", "back", "back", "back");
  }

  @Test
  void theNoticeBeforeThePlanIsNotItsTitle() {
    Outline outline =
        read(
            "某局文件",
            "某教发〔2022〕1号",
            "关于印发2022年某市教育工作意见的通知",
            "各学校：",
            "现印发给你们。",
            "附件：",
            "2022 年某市教育工作意见",
            "一、党建",
            "（一）甲",
            WORDS);
    assertThat(outline.title()).extracting(Passage::words).isEqualTo("2022年某市教育工作意见");
  }

  @Test
  void aSummaryReportsAndAPlanPromises() {
    Outline outline =
        read("某局2022年工作总结和2023年工作计划", "一、2022年工作总结", "（一）甲", WORDS, "二、2023年工作计划", "（一）乙", WORDS);
    assertThat(outline.sections())
        .flatExtracting(Outline.Section::items)
        .extracting(Outline.Item::tense)
        .containsExactly(Tense.REPORTED, Tense.PROMISED);
  }

  private static Outline read(String... lines) {
    return OutlineReader.read(String.join("\n\n", lines));
  }

  private static List<String> paths(String... lines) {
    return read(lines).sections().stream()
        .flatMap(section -> section.items().stream())
        .map(item -> item.path() + " " + (item.title() == null ? "" : item.title().words()))
        .toList();
  }

  private static List<String> sections(String... lines) {
    return read(lines).sections().stream()
        .map(section ->
            section.path() + " " + (section.title() == null ? "" : section.title().words()))
        .toList();
  }
}
