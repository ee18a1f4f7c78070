package duban.local.delivery;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import duban.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file of events holds. Its first bytes tell, and its name where they do not. */
enum Format {
  /** One event, or an array of them, which is taken whole or not at all. */
  JSON("application/json"),
  /** An event a line, each for itself. */
  NDJSON("application/x-ndjson"),
  /** A table, each row for itself. */
  CSV("text/csv"),
  /** A district's workbook, filled in. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int LOOKED_AT = 64 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  String mediaType() {
    return mediaType;
  }

  /** Whether it is sent in pieces and so can go on after a break. */
  boolean isOfLines() {
    return this == NDJSON || this == CSV;
  }

  /**
   * @param name as the person gave it; "-" for the standard input
   */
  static Format of(Path file, String name) throws IOException {
    byte[] start = start(file);
    if (start.length >= ZIP.length && Arrays.equals(ZIP, Arrays.copyOf(start, ZIP.length))) {
      return XLSX;
    }
    String text = new String(start, StandardCharsets.UTF_8).replace(BYTE_ORDER_MARK, "").strip();
    String suffix = name.toLowerCase(Locale.ROOT).replaceFirst(".*\\.", "");
    if (suffix.equals("ndjson") || suffix.equals("jsonl")) {
      return NDJSON;
    }
    if (text.startsWith("[")) {
      return JSON;
    }
    if (text.startsWith("{")) {
      return isOneDocument(file, text) ? JSON : NDJSON;
    }
    return suffix.equals("json") ? JSON : CSV;
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LOOKED_AT);
    }
  }

  /** Where the first object is broken, the lines tell whether each was meant to be one. */
  private static boolean isOneDocument(Path file, String text) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = Json.lenient().createParser(in)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException broken) {
      List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(2).toList();
      return lines.size() < 2 || !lines.get(1).startsWith("{");
    }
  }
}
