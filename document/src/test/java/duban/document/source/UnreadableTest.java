package duban.document.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import duban.document.source.UnreadableDocument.Reason;
import duban.document.source.reading.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a file fails has its reason, and none takes the program with it. */
class UnreadableTest {

  @Test
  void anEmptyFileHasNoText() {
    assertThat(reason(new byte[0], "plan.txt")).isEqualTo(Reason.NO_TEXT);
    assertThat(reason(" \n　\n".getBytes(StandardCharsets.UTF_8), "plan.txt"))
        .isEqualTo(Reason.NO_TEXT);
    assertThat(reason(RawDocx.of("<w:p/>").bytes(), "plan.docx")).isEqualTo(Reason.NO_TEXT);
  }

  @Test
  void aHundredMegabytesAreNotLookedAt() {
    assertThat(reason(new byte[100 << 20], "plan.pdf")).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void bytesOfNoFormat() throws Exception {
    byte[] random = new byte[10_000];
    new Random(7).nextBytes(random);
    assertThat(reason(random, "plan.bin")).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(reason(random, "plan.docx")).isEqualTo(Reason.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\\rtf1\\ansi hello}",
        "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0",
        "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0",
        "MIME-Version: 1.0\nContent-Type: multipart/related",
        "<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>",
      })
  void formatsThatAreNotRead(String head) {
    assertThat(reason(head.getBytes(StandardCharsets.ISO_8859_1), "plan.rtf"))
        .isEqualTo(Reason.UNKNOWN_FORMAT);
  }

  @Test
  void aSpreadsheetIsNoDocument() throws Exception {
    ByteArrayOutputStream old = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet();
      workbook.write(old);
    }
    assertThat(reason(old.toByteArray(), "plan.xls")).isEqualTo(Reason.UNKNOWN_FORMAT);
    byte[] packed = new RawDocx().part("xl/workbook.xml", "<workbook/>").bytes();
    assertThat(reason(packed, "plan.docx")).isEqualTo(Reason.UNKNOWN_FORMAT);
  }

  @Test
  void filesWithAPassword() {
    assertThat(reason(LockedFiles.docx(), "plan.docx")).isEqualTo(Reason.ENCRYPTED);
    assertThat(reason(PdfFiles.locked("secret"), "plan.pdf")).isEqualTo(Reason.ENCRYPTED);
  }

  @Test
  void aScanHasNoText() {
    assertThat(reason(PdfFiles.scan(), "plan.pdf")).isEqualTo(Reason.NO_TEXT);
  }

  @ParameterizedTest
  @EnumSource(names = {"DOCX", "DOC", "PDF"})
  void aFileThatWasCutOffIsBroken(Format format) {
    byte[] whole = PlanFiles.of(format);
    for (int part = 1; part < 20; part++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * part / 20);
      assertThat(reason(cut, "plan." + format)).as("%d/20", part).isEqualTo(Reason.BROKEN);
    }
  }

  @Test
  void aPartThatUnpacksToMuchMore() {
    byte[] zeros = new byte[64 << 20];
    byte[] bomb = RawDocx.of("<w:p/>").part("word/media/image1.png", zeros).bytes();
    assertThat(reason(bomb, "plan.docx")).isEqualTo(Reason.EXPANDS_TOO_MUCH);
    Arrays.fill(zeros, (byte) ' ');
    byte[] body = new RawDocx().part("word/document.xml", zeros).bytes();
    assertThat(reason(body, "plan.docx")).isEqualTo(Reason.EXPANDS_TOO_MUCH);
  }

  @Test
  void manyPartsThatUnpackToTooMuchTogether() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (int i = 0; i < 250; i++) {
        zip.putNextEntry(new ZipEntry("word/media/" + i));
        zip.write(part);
      }
    }
    assertThat(reason(bytes.toByteArray(), "plan.docx")).isEqualTo(Reason.EXPANDS_TOO_MUCH);
  }

  @Test
  void aPdfStreamThatUnpacksToMuchMore() {
    assertThat(reason(PdfFiles.largeFont(300 << 20), "plan.pdf"))
        .isEqualTo(Reason.EXPANDS_TOO_MUCH);
  }

  /** The library unpacks a page's content bit by bit: it costs no memory, but time. */
  @Test
  void aPdfPageOfNothingButBlanks() {
    Limits limits =
        new Limits(20 << 20, 200 << 20, 200, 5_000_000, 2_000, 1 << 28, Duration.ofSeconds(1));
    assertThat(reason(PdfFiles.longContent(100 << 20), "plan.pdf", limits))
        .isEqualTo(Reason.TAKES_TOO_LONG);
  }

  @Test
  void aTextAboveTheLimit() {
    byte[] text = "学位".repeat(Limits.STANDARD.textChars()).getBytes(StandardCharsets.UTF_16);
    assertThat(reason(text, "plan.txt")).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void tooManyPages() {
    assertThat(reason(PdfFiles.blank(Limits.STANDARD.pdfPages() + 1), "plan.pdf"))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @EnumSource(names = {"DOCX", "DOC", "PDF", "HTML"})
  void theTimeIsUp(Format format) {
    Limits none =
        new Limits(20 << 20, 200 << 20, 200, 5_000_000, 2_000, 1 << 28, Duration.ofNanos(1));
    assertThat(reason(PlanFiles.of(format), "plan." + format, none))
        .isEqualTo(Reason.TAKES_TOO_LONG);
  }

  @Test
  void elementsNestedWithoutEnd() {
    String deep = "<w:sdt>".repeat(100_000);
    assertThat(reason(RawDocx.of(deep).bytes(), "plan.docx")).isEqualTo(Reason.BROKEN);
  }

  @ParameterizedTest
  @EnumSource
  void theReasonIsToldInBothLanguages(Reason reason) {
    assertThat(reason.words().zh()).isNotBlank().doesNotContain("%");
    assertThat(reason.words().en()).isNotBlank().doesNotContain("%");
  }

  private static Reason reason(byte[] bytes, String name) {
    return reason(bytes, name, Limits.STANDARD);
  }

  private static Reason reason(byte[] bytes, String name, Limits limits) {
    UnreadableDocument failure =
        catchThrowableOfType(
            UnreadableDocument.class, () -> SourceReader.read(bytes, name, limits));
    assertThat(failure).as("what is wrong with %s", name).isNotNull();
    return failure.reason();
  }
}
