package duban.progress.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} as .{1}, {2} -> {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          pdf,             pdf,  application/pdf,                PDF
          pdf,             PDF,  application/octet-stream,       PDF
          pdf,             '',   '',                             PDF
          pdf,             docx, application/pdf,                -
          pdf,             exe,  '',                             -
          pdf,             pdf,  image/png,                      -
          pdf,             pdf,  text/html,                      -
          png,             png,  image/png,                      PNG
          png,             jpg,  image/png,                      -
          jpeg,            jpg,  image/jpeg,                     JPEG
          jpeg,            jpeg, image/jpg,                      JPEG
          docx,            docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document, DOCX
          docx,            docx, application/wps-office.docx,    DOCX
          docx,            xlsx, '',                             -
          xlsx,            xlsx, '',                             XLSX
          pptx,            pptx, '',                             PPTX
          docm,            docx, '',                             -
          jar,             '',   '',                             -
          cut zip,         docx, '',                             -
          doc,             doc,  application/msword,             DOC
          doc,             xls,  '',                             -
          xls,             xls,  application/vnd.ms-excel,       XLS
          xls with macros, xls,  '',                             -
          msi,             '',   '',                             -
          encrypted,       '',   '',                             -
          cut ole2,        doc,  '',                             -
          exe,             '',   '',                             -
          exe,             pdf,  application/pdf,                -
          elf,             txt,  text/plain,                     -
          mp4,             '',   '',                             -
          html,            txt,  text/plain,                     -
          html,            html, text/html,                      -
          late html,       txt,  text/plain,                     -
          svg,             txt,  text/plain,                     -
          svg,             svg,  image/svg+xml,                  -
          script,          '',   text/plain,                     -
          bat,             txt,  text/plain,                     -
          csv,             csv,  text/csv; charset=utf-8,        CSV
          csv,             csv,  application/vnd.ms-excel,       CSV
          csv,             '',   text/csv,                       CSV
          csv,             txt,  text/plain,                     TEXT
          csv,             bat,  text/plain,                     -
          gb18030,         csv,  text/csv,                       -
          txt,             txt,  text/plain,                     TEXT
          txt,             '',   '',                             TEXT
          """)
  void whatAFileIs(String content, String extension, String declared, String kind)
      throws IOException {
    assertThat(Recognition.of(file(Samples.of(content)), extension, declared).map(Enum::name))
        .isEqualTo(java.util.Optional.ofNullable(kind));
  }

  @Test
  void aTextIsReadToItsEnd() throws IOException {
    byte[] text = "字".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Recognition.of(file(text), "", "")).isPresent();
    text[text.length - 1] = (byte) 0xff;
    assertThat(Recognition.of(file(text), "", "")).isEmpty();
    text = "x".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    text[19_999] = 0;
    assertThat(Recognition.of(file(text), "", "")).isEmpty();
  }

  /** The list of entries is read into memory, so a file may not be made of nothing else. */
  @Test
  void anArchiveOfCountlessEntriesIsNotOpened() throws IOException {
    String[] names =
        IntStream.range(0, 30_000)
            .mapToObj(i -> i == 0 ? "[Content_Types].xml" : i == 1 ? "word/document.xml" : "e" + i)
            .toArray(String[]::new);
    assertThat(Recognition.of(file(Samples.zip(names)), "docx", "")).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          验收表.pdf,                 验收表.pdf
          验收表,                     验收表.pdf
          -,                          1a2b3c4d.pdf
          '',                         1a2b3c4d.pdf
          .pdf,                       1a2b3c4d.pdf
          小结2022.6,                 小结2022.6.pdf
          C:\\资料\\a.pdf,            a.pdf
          ../../etc/passwd.pdf,       passwd.pdf
          'a<b>:"c|d?.pdf',           abcd.pdf
          fdp\u202egpj.pdf,           fdpgpj.pdf
          """)
  void namesAreMadeSafe(String given, String kept) {
    String name = given == null ? null : given.replace("\\u202e", "\u202e");
    assertThat(FileName.of(name).as(FileKind.PDF, "1a2b3c4d")).isEqualTo(kept);
  }

  @Test
  void aLongNameIsCutBetweenCharacters() {
    String name = FileName.of("a" + "𠮷".repeat(300) + ".pdf").as(FileKind.PDF, "x");
    assertThat(name).isEqualTo("a" + "𠮷".repeat(74) + ".pdf");
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "x", ""), content);
  }
}
