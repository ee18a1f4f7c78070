package duban.reporting.template;

import duban.reporting.query.PlanTold;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The second sheet: how the first is filled in. */
final class Guide {

  private static final int WIDTH = 84 * 256;

  private Guide() {}

  static void write(XSSFSheet sheet, PlanTold plan, Looks looks) {
    List<String> lines =
        List.of(
            "《" + plan.content().title() + "》进展填报表",
            "1. 每行是一个目标（或其一个组成部分、一个项目）；没有进展的行留空即可，留空的行不会被读取。",
            "2. 黄色为只读信息，灰色单元格不适用于该类目标，请只填白色单元格。单元格里请填数值，不要用公式（可“选择性粘贴—数值”）。",
            "3. “日期”是数据所属的日子，须在计划期（"
                + plan.content().firstDay()
                + " 至 "
                + plan.content().lastDay()
                + "）内，不得晚于今天。",
            "4. 数量、资金类：填“累计值”（截至该日的总数），或填“本次新增”，二者只填其一。",
            "5. 比例、覆盖类：填“分子”和“分母”，不填百分数。",
            "6. 项目类：每个项目一行，在“节点”中选择立项、开工、封顶、竣工或投用；计划中未列名的项目，请在空行的“项目”中填写名称。",
            "7. 期限类：“累计值”填 1 表示已完成，0 表示未完成。频次类：填“本次新增”的次数。",
            "8. 文字类：填“阶段”或“完成百分比”（0 至 100），并在“文字说明”中写明情况。",
            "9. 明显低于时序或超过目标两倍的数据，请在“偏差说明”中写明原因；只填“偏差说明”的，作为对该行最近一次填报的说明。",
            "10. “佐证编号”为已上传佐证材料的编号，多个用分号分隔。",
            "11. 请勿改动第二行（已隐藏）和黄色单元格，系统按其读取。",
            "12. 填好后上传本文件：合格的行逐行入账，有误的单元格标红并附批注，改正后可把同一文件再次上传，已收的行不会重复入账。");
    CellStyle words = looks.words();
    for (int i = 0; i < lines.size(); i++) {
      Cell cell = sheet.createRow(i).createCell(0);
      cell.setCellValue(lines.get(i));
      cell.setCellStyle(words);
    }
    sheet.setColumnWidth(0, WIDTH);
  }
}
