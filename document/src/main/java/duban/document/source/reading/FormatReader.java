package duban.document.source.reading;

import java.io.IOException;

/** Reads one kind of file. */
@FunctionalInterface
public interface FormatReader {

  /**
   * Writes the file's words to {@code lines}. Any exception but {@link OverLimit}, {@link Locked}
   * and {@link NotThisFormat} means that the file is broken.
   */
  void read(byte[] bytes, Lines lines, Allowance allowance) throws IOException;
}
