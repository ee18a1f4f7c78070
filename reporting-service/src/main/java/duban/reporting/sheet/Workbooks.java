package duban.reporting.sheet;

import duban.reporting.bulletin.Paper;
import duban.reporting.bulletin.Summary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;

/** Papers as .xlsx files, one sheet a view. */
public final class Workbooks {

  private Workbooks() {}

  /**
   * @param language "zh" or "en"
   */
  public static byte[] of(Paper paper, String language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Duban", "1.0")) {
      write(new Book(workbook, language.equals("en")), paper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Book book, Paper paper) {
    OverviewSheet.write(book, paper.overview());
    IndicatorSheet.write(book, paper.indicators());
    TargetSheet.write(book, paper.targets());
    ProblemSheet.write(book, paper.problems());
    ReportingSheet.write(book, paper.reporting());
    if (paper instanceof Summary summary) {
      AppraisalSheet.write(book, summary.appraisals());
      OpenSheet.write(book, summary);
    }
    SourceSheet.write(book, paper);
  }
}
