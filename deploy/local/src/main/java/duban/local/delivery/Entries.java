package duban.local.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file's events one after the other, never all of them in memory. */
interface Entries extends AutoCloseable {

  /**
   * One of them.
   *
   * @param line where it stands in the file, 1 for the first line
   */
  record Entry(long line, String text) {}

  /**
   * The next one, null after the last.
   *
   * @throws duban.local.home.Refusal when the file is not what it should be from there on
   */
  @Nullable Entry next() throws IOException;

  /** Some of them as a request's body. */
  String body(List<Entry> some);

  @Override
  void close() throws IOException;

  static Entries of(Path file, Format format) throws IOException {
    return format == Format.CSV ? new CsvRows(file) : new JsonLines(file);
  }

  static long count(Path file, Format format) throws IOException {
    try (Entries entries = of(file, format)) {
      long count = 0;
      while (entries.next() != null) {
        count++;
      }
      return count;
    }
  }
}
