package duban.progress.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A table's characters. Spreadsheet programs here save CSV in GB18030 without saying so; what does
 * not begin as UTF-8 is taken for that.
 */
final class CsvText {

  private static final int LOOKED_AT = 64 * 1024;
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private CsvText() {}

  /** Fails with a CharacterCodingException where the rest is not of the same encoding. */
  static Reader of(InputStream body) throws IOException {
    PushbackInputStream in = new PushbackInputStream(body, LOOKED_AT);
    byte[] start = in.readNBytes(LOOKED_AT);
    boolean marked =
        start.length >= MARK.length && ByteBuffer.wrap(start, 0, MARK.length).equals(mark());
    int skipped = marked ? MARK.length : 0;
    in.unread(start, skipped, start.length - skipped);
    Charset charset = marked || isUtf8(start) ? StandardCharsets.UTF_8 : GB18030;
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static ByteBuffer mark() {
    return ByteBuffer.wrap(MARK);
  }

  /** A character that is cut off at the end of what was looked at is no fault. */
  private static boolean isUtf8(byte[] start) {
    return !StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length), false)
        .isError();
  }
}
