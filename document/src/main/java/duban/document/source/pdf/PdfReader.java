package duban.document.source.pdf;

import duban.document.source.reading.Allowance;
import duban.document.source.reading.FormatReader;
import duban.document.source.reading.Lines;
import duban.document.source.reading.Locked;
import duban.document.source.reading.OverLimit;
import duban.document.source.reading.OverLimit.Limit;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Reads the words of a PDF that opens without a password. */
public final class PdfReader implements FormatReader {

  /** A page number and a stamp are no text: a scan has them too. */
  private static final int MIN_LETTERS_A_PAGE = 8;

  private static final int TAIL_BYTES = 4096;

  static {
    FontMappers.set(new OneFont());
  }

  @Override
  public void read(byte[] bytes, Lines lines, Allowance allowance) throws IOException {
    checkEnd(bytes);
    try (PDDocument document = open(bytes, allowance)) {
      int pages = document.getNumberOfPages();
      if (pages > allowance.limits().pdfPages()) {
        throw new OverLimit(Limit.LENGTH);
      }
      PrintedLines printed = new PrintedLines(allowance);
      printed.writeText(document, new LineWriter(lines));
      if (printed.letters() < (long) pages * MIN_LETTERS_A_PAGE) {
        lines.clear();
      }
    }
  }

  /** The library makes do with a file that was cut off; half a plan would look like all of it. */
  private static void checkEnd(byte[] bytes) throws IOException {
    int from = Math.max(0, bytes.length - TAIL_BYTES);
    String tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    if (!tail.contains("%%EOF")) {
      throw new EOFException("cut off");
    }
  }

  private static PDDocument open(byte[] bytes, Allowance allowance) throws IOException {
    try {
      return Loader.loadPDF(new GuardedBytes(bytes, allowance), () -> new GuardedCache(allowance));
    } catch (InvalidPasswordException wanted) {
      throw new Locked();
    }
  }
}
