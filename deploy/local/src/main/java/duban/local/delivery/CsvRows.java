package duban.local.delivery;

import duban.local.home.Refusal;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table's rows. Each request carries the header again, so that a row is understood alone; it is
 * UTF-8, whatever the file is, because what a whole file shows of its encoding a piece may not.
 */
final class CsvRows implements Entries {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path file;
  private final RowReader reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final String header;

  CsvRows(Path file) throws IOException {
    this.file = file;
    this.reader = new RowReader(text(file));
    this.parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
    this.rows = parser.iterator();
    Entry first = next();
    this.header = first == null ? "" : first.text();
  }

  @Override
  public @Nullable Entry next() throws IOException {
    reader.beginRow();
    try {
      if (!rows.hasNext()) {
        return null;
      }
      CSVRecord row = rows.next();
      return new Entry(row.getRecordNumber(), FORMAT.format((Object[]) row.values()));
    } catch (UncheckedIOException | IllegalStateException unreadable) {
      throw refusal(unreadable);
    }
  }

  private Refusal refusal(RuntimeException unreadable) {
    long row = parser.getRecordNumber() + 1;
    String why =
        switch (unreadable.getCause()) {
          case CharacterCodingException _ -> "is neither UTF-8 nor GB18030";
          case RowTooLong _ -> "has a row too long, or an open quote,";
          case CSVException _ -> "has an open quote, or one where none may be,";
          case null, default -> throw unreadable;
        };
    return new Refusal("%s %s from row %d on: nothing of it was sent".formatted(file, why, row));
  }

  @Override
  public String body(List<Entry> some) {
    StringBuilder body = new StringBuilder(header).append("\r\n");
    some.forEach(entry -> body.append(entry.text()).append("\r\n"));
    return body.toString();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Spreadsheet programs here save tables in GB18030 without saying so. */
  private static Reader text(Path file) throws IOException {
    Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : GB18030;
    Reader text = Files.newBufferedReader(file, charset);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private static boolean isUtf8(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        Reader strict = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())) {
      strict.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException otherEncoding) {
      return false;
    }
  }

  /** A quote that is never closed would make one row of all that follows. */
  private static final class RowReader extends FilterReader {

    private static final int LONGEST = 1 << 20;

    private long read;

    RowReader(Reader in) {
      super(in);
    }

    void beginRow() {
      read = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (read > LONGEST) {
        throw new RowTooLong();
      }
      int got = super.read(buffer, offset, length);
      read += Math.max(0, got);
      return got;
    }
  }

  private static final class RowTooLong extends IOException {
    private static final long serialVersionUID = 1;
  }
}
