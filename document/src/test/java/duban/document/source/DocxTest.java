package duban.document.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class DocxTest {

  static final String LISTS =
      """
      <w:abstractNum w:abstractNumId='0'>
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>
          <w:pStyle w:val='Chapter'/><w:lvlText w:val='第%1章'/></w:lvl>
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/>
          <w:pStyle w:val='Article'/><w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl>
        <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/>
          <w:lvlRestart w:val='0'/><w:suff w:val='nothing'/><w:lvlText w:val='%3、'/></w:lvl>
        <w:lvl w:ilvl='3'><w:numFmt w:val='bullet'/><w:lvlText w:val='●'/></w:lvl>
      </w:abstractNum>
      <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
      <w:num w:numId='2'><w:abstractNumId w:val='0'/>
        <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
      <w:num w:numId='3'><w:abstractNumId w:val='0'/></w:num>
      """;

  static final String STYLES =
      """
      <w:style w:type='paragraph' w:styleId='Chapter'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='Article'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='Bold'><w:basedOn w:val='Article'/></w:style>
      """;

  /** A paragraph of every kind that the tests below take apart. */
  static final String SAMPLE =
      item(1, 0, "扩大优质资源")
          + styled("Article", "", "新建幼儿园2所")
          + "<w:p><w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins><w:r><w:t>五</w:t><w:br/>"
          + "</w:r></w:ins><w:r><w:txbxContent>"
          + paragraph("框内")
          + "</w:txbxContent></w:r></w:p><w:tbl><w:tr><w:tc>"
          + paragraph("甲")
          + "</w:tc><w:tc>"
          + paragraph("乙")
          + "</w:tc></w:tr></w:tbl>";

  @Test
  void listsThatSharedALevelGoOnCounting() throws Exception {
    assertThat(lists(item(1, 0, "甲"), item(1, 1, "乙"), item(3, 0, "丙"), item(3, 1, "丁")))
        .isEqualTo("第一章甲\n1.1 乙\n第二章丙\n2.1 丁");
  }

  @Test
  void aListThatOverridesItsStartBeginsThere() throws Exception {
    assertThat(lists(item(1, 0, "甲"), item(2, 0, "乙"), item(2, 0, "丙"), item(1, 0, "丁")))
        .isEqualTo("第一章甲\n第五章乙\n第六章丙\n第七章丁");
  }

  @Test
  void aLevelMayNeverRestart() throws Exception {
    assertThat(lists(item(1, 0, "甲"), item(1, 2, "乙"), item(1, 0, "丙"), item(1, 2, "丁")))
        .isEqualTo("第一章甲\n1、乙\n第二章丙\n2、丁");
  }

  @Test
  void bulletsAreNoNumbers() throws Exception {
    assertThat(lists(item(1, 3, "甲"))).isEqualTo("甲");
  }

  @Test
  void aStyleNumbersItsParagraphsAtTheLevelThatNamesIt() throws Exception {
    assertThat(
            lists(styled("Chapter", "", "甲"), styled("Article", "", "乙"), styled("Bold", "", "丙")))
        .isEqualTo("第一章甲\n1.1 乙\n1.2 丙");
  }

  @Test
  void aParagraphMayTakeItselfOutOfItsStylesList() throws Exception {
    String none = "<w:numPr><w:numId w:val='0'/></w:numPr>";
    assertThat(lists(styled("Chapter", none, "甲"), styled("Chapter", "", "乙")))
        .isEqualTo("甲\n第一章乙");
  }

  @Test
  void numbersOfFormerPropertiesDoNotCount() throws Exception {
    String changed = "<w:pPrChange><w:pPr>" + number(1, 0) + "</w:pPr></w:pPrChange>";
    assertThat(lists(styled("Plain", changed, "甲"))).isEqualTo("甲");
  }

  @Test
  void deletedWordsAreLeftOutAndInsertedOnesAreIn() throws Exception {
    assertThat(
            body(
                "<w:p><w:r><w:t>新建</w:t></w:r><w:del><w:r><w:delText>三</w:delText></w:r></w:del>"
                    + "<w:ins><w:r><w:t>五</w:t></w:r></w:ins><w:r><w:t>所</w:t></w:r></w:p>"))
        .isEqualTo("新建五所");
  }

  @Test
  void aDeletedParagraphEndJoinsTheNextOne() throws Exception {
    assertThat(
            body(
                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>新增学位</w:t></w:r></w:p>"
                    + paragraph("720个")))
        .isEqualTo("新增学位720个");
  }

  @Test
  void movedWordsStandWhereTheyWent() throws Exception {
    assertThat(
            body(
                "<w:p><w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:r><w:t>乙</w:t></w:r>"
                    + "<w:moveTo><w:r><w:t>甲</w:t></w:r></w:moveTo></w:p>"))
        .isEqualTo("乙甲");
  }

  @Test
  void aTextBoxIsReadOnce() throws Exception {
    String box = "<w:txbxContent>" + paragraph("框内") + "</w:txbxContent>";
    assertThat(
            body(
                "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>"
                    + box
                    + "</wps:txbx></mc:Choice><mc:Fallback>"
                    + box
                    + "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框外</w:t></w:r></w:p>"))
        .isEqualTo("框内\n框外");
  }

  @Test
  void contentControlsBreaksTabsAndHiddenWords() throws Exception {
    assertThat(
            body(
                "<w:sdt><w:sdtContent><w:p><w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr><w:r>"
                    + "<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r><w:r><w:rPr>"
                    + "<w:vanish/></w:rPr><w:t>丁</w:t></w:r></w:p></w:sdtContent></w:sdt>"))
        .isEqualTo("甲\n乙\t丙");
  }

  @Test
  void aFieldShowsItsResult() throws Exception {
    assertThat(
            body(
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> DATE"
                    + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r>"
                    + "<w:t>2月8日</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"))
        .isEqualTo("2月8日");
  }

  @Test
  void aCellOfManyParagraphsKeepsItsLines() throws Exception {
    assertThat(
            body(
                "<w:tbl><w:tr><w:tc>"
                    + paragraph("甲")
                    + paragraph("乙")
                    + "</w:tc><w:tc>"
                    + paragraph("丙")
                    + "</w:tc></w:tr></w:tbl>"
                    + paragraph("丁")))
        .isEqualTo("甲\n乙\t丙\n丁");
  }

  @Test
  void theMainPartMayHaveAnotherName() throws Exception {
    byte[] file =
        new RawDocx()
            .part(
                "_rels/.rels",
                "<Relationships><Relationship Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'"
                    + " Target='/word/document2.xml'/></Relationships>")
            .part("word/document2.xml", RawDocx.element("document", paragraph("甲")))
            .bytes();
    assertThat(SourceReader.read(file, "a.docx").text()).isEqualTo("甲");
  }

  @Test
  void listsOfThePoiWriterToo() throws Exception {
    PlanDocx plan = new PlanDocx().outline();
    BigInteger list = plan.newList();
    plan.numbered(list, 0, "甲").numbered(list, 1, "乙").numbered(list, 3, "丙");
    assertThat(SourceReader.read(plan.bytes(), "").text().strip()).isEqualTo("一、甲\n（一）乙\n①丙");
  }

  @Test
  void anEntityIsNotFetched() throws Exception {
    String xml =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
            + RawDocx.element("document", paragraph("甲&e;"));
    byte[] file = new RawDocx().part("word/document.xml", xml).bytes();
    assertThatThrownBy(() -> SourceReader.read(file, "a.docx"))
        .isInstanceOf(UnreadableDocument.class);
  }

  private static String lists(String... paragraphs) throws Exception {
    byte[] file = RawDocx.of(String.join("", paragraphs)).numbering(LISTS).styles(STYLES).bytes();
    return SourceReader.read(file, "a.docx").text();
  }

  private static String body(String xml) throws Exception {
    return SourceReader.read(RawDocx.of(xml).bytes(), "a.docx").text();
  }

  private static String item(int list, int depth, String words) {
    return "<w:p><w:pPr>"
        + number(list, depth)
        + "</w:pPr><w:r><w:t>"
        + words
        + "</w:t></w:r></w:p>";
  }

  private static String number(int list, int depth) {
    return "<w:numPr><w:ilvl w:val='" + depth + "'/><w:numId w:val='" + list + "'/></w:numPr>";
  }

  private static String styled(String style, String properties, String words) {
    return "<w:p><w:pPr><w:pStyle w:val='"
        + style
        + "'/>"
        + properties
        + "</w:pPr><w:r><w:t>"
        + words
        + "</w:t></w:r></w:p>";
  }

  private static String paragraph(String words) {
    return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
  }
}
