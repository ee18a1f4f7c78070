package duban.local.delivery;

import duban.local.home.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of JSON. Blank ones are none; whether a line is JSON the service says. */
final class JsonLines implements Entries {

  /** Longer than any service takes: the rest would only fill the memory. */
  private static final int LONGEST = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final BufferedReader reader;
  private long line;

  JsonLines(Path file) throws IOException {
    this.file = file;
    this.reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable Entry next() throws IOException {
    try {
      for (String text = readLine(); text != null; text = readLine()) {
        line++;
        String event = line == 1 ? text.replaceFirst("^" + BYTE_ORDER_MARK, "") : text;
        if (!event.isBlank()) {
          return new Entry(line, event);
        }
      }
      return null;
    } catch (CharacterCodingException otherEncoding) {
      throw new Refusal(file + " is not UTF-8: nothing of it was sent");
    }
  }

  private @Nullable String readLine() throws IOException {
    StringBuilder text = new StringBuilder();
    int read = reader.read();
    for (int next = read; next >= 0 && next != '\n'; next = reader.read()) {
      if (text.length() < LONGEST) {
        text.append((char) next);
      }
    }
    return read < 0 ? null : text.toString().strip();
  }

  @Override
  public String body(List<Entry> some) {
    StringBuilder body = new StringBuilder();
    some.forEach(entry -> body.append(entry.text()).append('\n'));
    return body.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
