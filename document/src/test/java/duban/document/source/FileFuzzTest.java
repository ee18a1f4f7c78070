package duban.document.source;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes files of every format, byte by byte, towards what has not been seen to happen yet. */
class FileFuzzTest {

  static Stream<byte[]> files() {
    return Stream.of(
        PlanFiles.docx(),
        PlanFiles.doc(),
        PdfFiles.open(),
        PlanFiles.of(Format.HTML),
        PlanFiles.of(Format.TXT),
        PlanFiles.TEXT.getBytes(Charset.forName("GB18030")),
        LockedFiles.docx());
  }

  @MethodSource("files")
  @DictionaryEntries({
    "%PDF-", "%%EOF", "endobj", "stream", "/Filter", "/Length", "/Kids", "<table>", "<td>", "<pre>"
  })
  @FuzzTest(maxDuration = "25s")
  void anyBytes(byte[] bytes) {
    AnyFile.check(bytes, "plan");
  }
}
