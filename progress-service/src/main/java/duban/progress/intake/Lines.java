package duban.progress.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body's lines, one at a time. It holds one line and one buffer, whatever the body's size; a line
 * beyond the limit is read to its end and dropped.
 */
final class Lines implements LineSource {

  private static final int BUFFER = 16 * 1024;

  private final InputStream body;
  private final int maxLineBytes;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;
  private int number;
  private boolean tooLong;

  Lines(InputStream body, int maxLineBytes) {
    this.body = body;
    this.maxLineBytes = maxLineBytes;
  }

  @Override
  public @Nullable Line next() throws IOException {
    while (true) {
      byte[] line = readLine();
      if (line == null) {
        return null;
      }
      number++;
      if (tooLong) {
        return new Line(number, null);
      }
      if (!isBlank(line)) {
        return new Line(number, line);
      }
    }
  }

  @Override
  public void drain() throws IOException {
    body.skip(Long.MAX_VALUE);
    while (body.read(buffer) >= 0) {
      // What is left does not matter any more.
    }
  }

  private byte @Nullable [] readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    tooLong = false;
    boolean anything = false;
    while (fill()) {
      anything = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      keep(line, end - position);
      boolean ended = end < filled;
      position = ended ? end + 1 : end;
      if (ended) {
        return line.toByteArray();
      }
    }
    return anything ? line.toByteArray() : null;
  }

  private void keep(ByteArrayOutputStream line, int length) {
    tooLong = tooLong || line.size() + length > maxLineBytes;
    if (tooLong) {
      line.reset();
    } else {
      line.write(buffer, position, length);
    }
  }

  private boolean fill() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(0, body.read(buffer));
    }
    return filled > 0;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
