package duban.document.source.pdf;

import duban.document.source.reading.Lines;
import java.io.Writer;

/** Takes the library's words into the document's lines. */
final class LineWriter extends Writer {

  private final Lines lines;

  LineWriter(Lines lines) {
    this.lines = lines;
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    lines.text(new String(chars, offset, length));
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
