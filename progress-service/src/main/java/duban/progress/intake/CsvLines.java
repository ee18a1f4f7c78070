package duban.progress.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * A table of events in CSV, a row each; its header names the events' fields. A row becomes the JSON
 * that would say the same, so it is judged like a line of any other batch.
 */
final class CsvLines implements LineSource {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final InputStream body;
  private final int maxRowChars;
  private final RowReader reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private boolean broken;

  private CsvLines(InputStream body, int maxRowChars, RowReader reader, CSVParser parser) {
    this.body = body;
    this.maxRowChars = maxRowChars;
    this.reader = reader;
    this.parser = parser;
    this.rows = parser.iterator();
  }

  /**
   * @throws ProblemException INVALID_REQUEST, when the header is none
   */
  static CsvLines of(InputStream body, int maxRowChars) throws IOException {
    try {
      RowReader reader = new RowReader(CsvText.of(body), maxRowChars);
      CSVParser parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
      requireFields(parser.getHeaderNames());
      return new CsvLines(body, maxRowChars, reader, parser);
    } catch (IllegalArgumentException
        | CSVException
        | CharacterCodingException
        | RowTooLong
        | ProblemException e) {
      body.skip(Long.MAX_VALUE);
      throw e instanceof ProblemException refused ? refused : new ProblemException(unreadable(1));
    }
  }

  private static void requireFields(List<String> header) {
    List<String> unknown = header.stream().filter(name -> !RowFields.isField(name)).toList();
    if (!unknown.isEmpty() || !header.contains("id") || !header.contains("type")) {
      String names = String.join(", ", unknown);
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST,
          "首行应为字段名，须有 id 与 type" + (names.isEmpty() ? "。" : "；没有这些字段：" + names + "。"),
          "The first row names the fields, id and type among them"
              + (names.isEmpty() ? "." : "; there are no such fields: " + names + "."));
    }
  }

  @Override
  public @Nullable Line next() throws IOException {
    reader.beginRow();
    try {
      return !broken && rows.hasNext() ? line(rows.next()) : null;
    } catch (UncheckedIOException e) {
      return unreadable(Objects.requireNonNull(e.getCause()));
    }
  }

  /** Where no table can be made out there is no way to tell where the next row begins. */
  private Line unreadable(IOException cause) throws IOException {
    if (!(cause instanceof CSVException
        || cause instanceof CharacterCodingException
        || cause instanceof RowTooLong)) {
      throw cause;
    }
    broken = true;
    drain();
    int row = (int) parser.getRecordNumber() + 2;
    return Line.unreadable(row, unreadable(row));
  }

  private Line line(CSVRecord row) throws IOException {
    int number = (int) row.getRecordNumber() + 1;
    if (!row.isConsistent()) {
      // Written as a field that no event has, for the reader of events to refuse.
      ObjectNode odd = Json.lenient().createObjectNode().put("columns", row.size());
      return new Line(number, Json.lenient().writeValueAsBytes(odd));
    }
    ObjectNode event = Json.lenient().createObjectNode();
    for (Map.Entry<String, String> cell : row.toMap().entrySet()) {
      RowFields.put(event, cell.getKey(), cell.getValue());
    }
    byte[] json = Json.lenient().writeValueAsBytes(event);
    return new Line(number, json.length > maxRowChars ? null : json);
  }

  @Override
  public void drain() throws IOException {
    body.skip(Long.MAX_VALUE);
  }

  private static Problem unreadable(long row) {
    return Problem.of(
        ProblemType.INVALID_REQUEST,
        "从第 " + row + " 行起不是 UTF-8 或 GB18030 的 CSV，或引号未闭合、行过长；此行及以后各行未处理。",
        "From row "
            + row
            + " on this is no CSV in UTF-8 or GB18030, or has an open quote or a row too long;"
            + " that row and those behind it were not taken.");
  }

  /** A quote that is never closed would make one row of all that follows. */
  private static final class RowReader extends FilterReader {

    /** What the parser reads ahead. */
    private static final int AHEAD = 16 * 1024;

    private final int maxRowChars;
    private long read;

    RowReader(Reader in, int maxRowChars) {
      super(in);
      this.maxRowChars = maxRowChars;
    }

    void beginRow() {
      read = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (read > maxRowChars + AHEAD) {
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
