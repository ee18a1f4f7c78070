package duban.progress.workbook;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.progress.recognition.FileKind;
import duban.progress.recognition.Recognition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jboss.logging.Logger;

/** Opens what was handed in, or says why it is no workbook that can be read. */
final class Opening {

  private static final Logger LOG = Logger.getLogger(Opening.class);

  private Opening() {}

  /**
   * @return to be closed without saving: see {@link #discard}
   * @throws ProblemException one of the DOCUMENT types
   */
  static XSSFWorkbook open(Path file, WorkbookLimits limits) throws IOException {
    requireWorkbook(file);
    try {
      Unpacked.check(file, limits);
      return read(file);
    } catch (ZipException | InvalidFormatException damaged) {
      throw broken(damaged);
    }
  }

  /** Closing would write what was marked into the file that is about to be deleted. */
  static void discard(XSSFWorkbook workbook) {
    workbook.getPackage().revert();
  }

  private static XSSFWorkbook read(Path file) throws InvalidFormatException {
    OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ_WRITE);
    try {
      return new XSSFWorkbook(parts);
    } catch (IOException | RuntimeException damaged) {
      // The reader throws all sorts of exceptions on what somebody made up.
      parts.revert();
      throw broken(damaged);
    }
  }

  private static void requireWorkbook(Path file) throws IOException {
    Optional<FileKind> kind = Recognition.of(file, "", "");
    if (Recognition.isEncrypted(file)) {
      throw ProblemException.of(
          ProblemType.DOCUMENT_ENCRYPTED,
          "工作簿设有打开密码，请取消密码后再上传。",
          "The workbook asks for a password: remove it and hand the workbook in again.");
    }
    if (kind.equals(Optional.of(FileKind.XLS))) {
      throw ProblemException.of(
          ProblemType.DOCUMENT_OF_UNKNOWN_FORMAT,
          "这是旧的 .xls 格式，请另存为 .xlsx 后再上传。",
          "This is the old .xls format: save it as .xlsx and hand that in.");
    }
    if (!kind.equals(Optional.of(FileKind.XLSX))) {
      throw ProblemException.of(
          ProblemType.DOCUMENT_OF_UNKNOWN_FORMAT,
          "这不是 .xlsx 工作簿，或已损坏、带有宏；请上传从本系统下载的填报表。",
          "This is no .xlsx workbook, or a damaged one, or one with macros: hand in the one that"
              + " was downloaded here.");
    }
  }

  private static ProblemException broken(Exception damaged) {
    LOG.infof("a workbook cannot be read: %s", damaged.toString());
    return ProblemException.of(
        ProblemType.DOCUMENT_BROKEN,
        "工作簿已损坏，无法读取；请重新下载填报表，把数据复制过去再上传。",
        "The workbook is damaged: download another one, copy the figures into it and hand that"
            + " in.");
  }
}
