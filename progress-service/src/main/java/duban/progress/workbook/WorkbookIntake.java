package duban.progress.workbook;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.ledger.read.LedgerReader;
import duban.progress.intake.Batches;
import duban.progress.intake.LineResult;
import duban.progress.intake.Poster;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Takes a workbook into the ledger. It is held in memory as a whole, since the same one is handed
 * back; so there are few at a time, and the others wait for their turn.
 */
@ApplicationScoped
class WorkbookIntake {

  /**
   * What came of it.
   *
   * @param marked the workbook with its faulty cells marked; null unless it was asked for
   */
  record Taken(List<LineResult> results, Tally tally, @Nullable ByteArrayOutputStream marked) {}

  private final Batches batches;
  private final LedgerReader reader;
  private final WorkbookLimits limits;
  private final Semaphore places;

  WorkbookIntake(Batches batches, LedgerReader reader, WorkbookLimits limits) {
    this.batches = batches;
    this.reader = reader;
    this.limits = limits;
    this.places = new Semaphore(limits.atOnce(), true);
  }

  /**
   * It blocks, for virtual threads.
   *
   * @throws ProblemException when nothing of it was taken
   */
  Taken take(String district, Poster poster, String language, Path file, boolean marked)
      throws IOException {
    awaitTurn();
    try {
      XSSFWorkbook workbook = Opening.open(file, limits);
      try {
        return take(district, poster, language, workbook, marked);
      } finally {
        Opening.discard(workbook);
      }
    } finally {
      places.release();
    }
  }

  private Taken take(
      String district, Poster poster, String language, XSSFWorkbook workbook, boolean marked)
      throws IOException {
    TemplateSheet sheet = TemplateSheet.of(workbook, limits.maxRows());
    sheet.requireDistrict(district);
    FilledRows rows = new FilledRows(sheet, new LastReports(reader, district));
    List<RowResult> results = new ArrayList<>();
    batches.take(
        district,
        poster,
        language,
        () -> rows,
        result -> results.add(RowResult.of(result, rows.row(result.line()), sheet, language)));
    Tally tally = Tally.of(results, rows.untouched());
    if (marked) {
      new Marking(sheet, language, limits.maxComments()).mark(results, tally);
    }
    return new Taken(
        results.stream().map(RowResult::result).toList(), tally, marked ? bytes(workbook) : null);
  }

  private static ByteArrayOutputStream bytes(XSSFWorkbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out;
  }

  private void awaitTurn() {
    try {
      if (places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw ProblemException.of(
        ProblemType.TRY_LATER,
        "正在处理其他工作簿，请稍后再上传。",
        "Other workbooks are being taken; hand it in again in a moment.");
  }
}
