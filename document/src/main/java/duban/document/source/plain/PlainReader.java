package duban.document.source.plain;

import duban.document.source.reading.Allowance;
import duban.document.source.reading.FormatReader;
import duban.document.source.reading.Lines;
import java.io.IOException;

/** Reads a text file. */
public final class PlainReader implements FormatReader {

  @Override
  public void read(byte[] bytes, Lines lines, Allowance allowance) throws IOException {
    lines.text(PlainText.decode(bytes, null).orElseThrow(() -> new IOException("no text")));
  }
}
