package duban.document.source;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes the XML within a .docx: a byte changed outside of it only breaks the package. */
class DocxFuzzTest {

  private static final String END = "\0";

  static Stream<byte[]> parts() {
    return Stream.of(
            RawDocx.element("document", DocxTest.SAMPLE)
                + END
                + RawDocx.element("numbering", DocxTest.LISTS)
                + END
                + RawDocx.element("styles", DocxTest.STYLES))
        .map(parts -> parts.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("parts")
  @DictionaryEntries({
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "<w:del>",
    "<w:numId w:val='1'/>",
    "%1",
    "<w:txbxContent>",
    "<!DOCTYPE",
    "<w:t>",
    "<w:lvl w:ilvl='2'>",
    "'-1'"
  })
  @FuzzTest(maxDuration = "20s")
  void anyParts(byte[] bytes) {
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split(END, 3);
    RawDocx file = new RawDocx().part("word/document.xml", parts[0]).near();
    if (parts.length > 1) {
      file.part("word/numbering.xml", parts[1]);
    }
    if (parts.length > 2) {
      file.part("word/styles.xml", parts[2]);
    }
    AnyFile.check(file.bytes(), "plan.docx");
  }
}
