package duban.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  private static final String LARGE = "x".repeat(9 * 1024 * 1024);

  @TempDir Path folder;

  @Test
  void aLargeLogIsTurnedAndTwoOlderOnesAreKept() throws Exception {
    Path path = folder.resolve("part.log");
    for (String mark : new String[] {"first", "second", "third"}) {
      Files.writeString(path, mark + LARGE);
      new LogFile(path).turnIfLarge();
    }
    assertThat(path).isEmptyFile();
    assertThat(folder.resolve("part.log.1")).content().startsWith("third");
    assertThat(folder.resolve("part.log.2")).content().startsWith("second");
    assertThat(folder.resolve("part.log.3")).doesNotExist();
  }

  @Test
  void aSmallLogStays() throws Exception {
    Path path = Files.writeString(folder.resolve("part.log"), "words");
    new LogFile(path).turnIfLarge();
    assertThat(path).hasContent("words");
  }

  @Test
  void lastWordsAreThoseOfThisLifeOnly() throws Exception {
    Path path = Files.writeString(folder.resolve("part.log"), "earlier life, this life");
    assertThat(new LogFile(path).since("earlier life, ".length())).isEqualTo("this life");
    assertThat(new LogFile(path).since(10_000)).isEqualTo("earlier life, this life");
    assertThat(new LogFile(folder.resolve("none.log")).since(0)).isEmpty();
  }
}
