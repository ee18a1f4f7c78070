package duban.document.source;

import static org.assertj.core.api.Assertions.assertThat;

import duban.document.source.UnreadableDocument.Reason;
import duban.document.source.reading.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What holds for any bytes at all: they are read or refused, in time. */
final class AnyFile {

  private static final Duration TIME = Duration.ofSeconds(10);
  private static final Limits LIMITS =
      new Limits(1 << 20, 32 << 20, 200, 100_000, 50, 64 << 20, TIME);

  private AnyFile() {}

  static void check(byte[] bytes, String name) {
    long start = System.nanoTime();
    try {
      checkText(SourceReader.read(bytes, name, LIMITS).text());
    } catch (UnreadableDocument refused) {
      assertThat(refused.reason()).isNotNull().isNotEqualTo(Reason.TAKES_TOO_LONG);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME.plusSeconds(5));
  }

  private static void checkText(String text) {
    assertThat(text).isNotBlank().doesNotContain("\r", "\0");
    String sent = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(sent).isEqualTo(text);
  }
}
