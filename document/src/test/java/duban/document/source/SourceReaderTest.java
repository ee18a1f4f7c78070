package duban.document.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {

  @ParameterizedTest
  @EnumSource(names = "PDF", mode = EnumSource.Mode.EXCLUDE)
  void onePlanReadsTheSameInEveryFormat(Format format) throws Exception {
    SourceText source = SourceReader.read(PlanFiles.of(format), "plan");
    assertThat(source.text().strip()).isEqualTo(PlanFiles.TEXT.strip());
    assertThat(source.format()).isEqualTo(format);
  }

  /** A PDF has places and no structure: gaps wider than a character are blanks in it. */
  @Test
  void aPdfReadsTheSameButForBlanks() throws Exception {
    SourceText source = SourceReader.read(PlanFiles.pdf(), "plan.pdf");
    assertThat(source.text().lines().map(SourceReaderTest::withoutBlanks))
        .containsExactlyElementsOf(
            PlanFiles.TEXT.lines().map(SourceReaderTest::withoutBlanks).toList());
    assertThat(source.text()).contains("新建幼儿园2所，新增学位720个");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.doc", "plan.txt", "plan", "计划.PDF", ""})
  void theNameDoesNotDecideWhatTheBytesSay(String name) throws Exception {
    assertThat(SourceReader.read(PlanFiles.docx(), name).format()).isEqualTo(Format.DOCX);
  }

  @Test
  void aWebPageSavedAsWordIsAPage() throws Exception {
    byte[] page = "<html><body><p>新增学位</p></body></html>".getBytes(StandardCharsets.UTF_8);
    assertThat(SourceReader.read(page, "plan.doc").format()).isEqualTo(Format.HTML);
  }

  @Test
  void textThatSpeaksOfMarkupIsText() throws Exception {
    byte[] text = "用 <p> 标签".getBytes(StandardCharsets.UTF_8);
    assertThat(SourceReader.read(text, "plan.txt").text()).isEqualTo("用 <p> 标签");
  }

  @Test
  void aPdfThatOnlyItsOwnerMayChangeIsRead() throws Exception {
    assertThat(SourceReader.read(PdfFiles.locked(""), "plan.pdf").text()).contains("新增学位720个");
  }

  @Test
  void lineEndsAreOneAndControlCharactersNone() throws Exception {
    byte[] text = "甲\r\n乙\r丙 \t\n\u0001丁\u200B\uFEFF戊\f己\u2028庚".getBytes(StandardCharsets.UTF_8);
    String padded = new String(text, StandardCharsets.UTF_8) + "学位".repeat(1000);
    assertThat(SourceReader.read(padded.getBytes(StandardCharsets.UTF_8), "").text())
        .startsWith("甲\n乙\n丙\n丁戊\n己\n庚学位");
  }

  @Test
  void gbkText() throws Exception {
    byte[] text = PlanFiles.TEXT.getBytes(Charset.forName("GBK"));
    assertThat(SourceReader.read(text, "plan.txt").text()).isEqualTo(PlanFiles.TEXT);
  }

  @Test
  void leavesNoFileBehind() throws Exception {
    long before = temporaryFiles();
    for (Format format : Format.values()) {
      SourceReader.read(PlanFiles.of(format), "plan");
    }
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.toString().matches("(?i).*(pdfbox|poi).*")).count();
    }
  }

  private static String withoutBlanks(String line) {
    return line.replaceAll("[ \t]", "");
  }
}
