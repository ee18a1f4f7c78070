package duban.document.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * One small plan in every format. The .doc and the .pdf were made from the .docx that is written
 * here, by a word processor; this library's own writers can make neither as people send them.
 */
public final class PlanFiles {

  /** The lines of the plan as they are printed. */
  public static final String TEXT =
      """
      示例县教育局2023年工作要点
      一、扩大优质资源
      （一）新建幼儿园2所，新增学位720个。
      （二）改造老旧校舍。
      1. 完成三所小学的屋面修缮，投入350万元。
      2. 更换课桌椅1200套。
      二、提升队伍素质
      （一）招聘教师不少于85名，培训覆盖率达到100%。
      ①每月开展一次教研活动。
      学校\t学位\t竣工
      东湖小学\t540\t6月
      西山幼儿园\t180\t9月
      示例县教育局
      2023年2月8日
      """;

  private PlanFiles() {}

  public static byte[] docx() {
    PlanDocx plan = new PlanDocx().outline();
    BigInteger list = plan.newList();
    plan.paragraph("示例县教育局2023年工作要点");
    plan.numbered(list, 0, "扩大优质资源")
        .numbered(list, 1, "新建幼儿园2所，新增学位720个。")
        .numbered(list, 1, "改造老旧校舍。")
        .numbered(list, 2, "完成三所小学的屋面修缮，投入350万元。")
        .numbered(list, 2, "更换课桌椅1200套。")
        .numbered(list, 0, "提升队伍素质")
        .numbered(list, 1, "招聘教师不少于85名，培训覆盖率达到100%。")
        .numbered(list, 3, "每月开展一次教研活动。");
    table(plan.document().createTable(3, 3));
    plan.paragraph("示例县教育局");
    plan.paragraph("2023年2月8日");
    return plan.bytes();
  }

  private static void table(XWPFTable table) {
    String[] cells = {"学校", "学位", "竣工", "东湖小学", "540", "6月", "西山幼儿园", "180", "9月"};
    for (int i = 0; i < cells.length; i++) {
      table.getRow(i / 3).getCell(i % 3).setText(cells[i]);
    }
  }

  public static byte[] doc() {
    return resource("plan.doc");
  }

  public static byte[] pdf() {
    return resource("plan.pdf");
  }

  /** The plan in a format; as a page its lines are paragraphs, and rows of a table at the end. */
  public static byte[] of(Format format) {
    return switch (format) {
      case TXT -> TEXT.getBytes(StandardCharsets.UTF_8);
      case HTML -> html();
      case DOCX -> docx();
      case DOC -> doc();
      case PDF -> pdf();
    };
  }

  private static byte[] html() {
    StringBuilder page = new StringBuilder("<html><meta charset=gb2312><body>");
    TEXT.lines()
        .forEach(line -> page.append(line.contains("\t") ? row(line) : "<p>" + line + "</p>"));
    return page.toString().getBytes(Charset.forName("GBK"));
  }

  private static String row(String line) {
    return "<table><tr><td>" + line.replace("\t", "</td><td>") + "</td></tr></table>";
  }

  static byte[] resource(String name) {
    try (InputStream file = PlanFiles.class.getResourceAsStream("/documents/" + name)) {
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
