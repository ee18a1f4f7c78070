package duban.document.source.plain;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters. Bytes that are well-formed UTF-8 are nothing else, whatever the file says: a
 * page saved anew often keeps the old character set's name. What is neither is GB18030, which holds
 * all of GB2312 and GBK, unless the file names another set or looks like Big5.
 */
public final class PlainText {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int DETECTED_BYTES = 1 << 16;

  private PlainText() {}

  /** Empty if the bytes are not text. */
  public static Optional<String> decode(byte[] bytes, @Nullable Charset declared) {
    Charset marked = marked(bytes);
    return Stream.of(marked, StandardCharsets.UTF_8, declared, likely(bytes, marked), GB18030)
        .flatMap(Stream::ofNullable)
        .flatMap(charset -> strictly(bytes, charset).stream())
        .filter(PlainText::isText)
        .findFirst();
  }

  /** GB2312 and GBK by any of their names are read as the set that grew out of them. */
  public static @Nullable Charset named(String name) {
    try {
      Charset charset = Charset.forName(name);
      return charset.name().matches("GB2312|GBK|x-.*936.*") ? GB18030 : charset;
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  private static @Nullable Charset marked(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /** Any bytes of Big5 are well-formed GB18030 too; only how often they come tells them apart. */
  private static @Nullable Charset likely(byte[] bytes, @Nullable Charset marked) {
    if (marked != null || strictly(bytes, StandardCharsets.UTF_8).isPresent()) {
      return null;
    }
    CharsetMatch match =
        new CharsetDetector()
            .setText(Arrays.copyOf(bytes, Math.min(bytes.length, DETECTED_BYTES)))
            .detect();
    return match != null && match.getName().equals("Big5") ? Charset.forName("Big5") : null;
  }

  /** A character cut off at the very end is left out: the rest of the file is still good. */
  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer chars =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
    boolean malformed = decoder.decode(ByteBuffer.wrap(bytes), chars, false).isError();
    return malformed ? Optional.empty() : Optional.of(chars.flip().toString());
  }

  /** Text has no control characters but blanks and line ends; a stray one is forgiven. */
  private static boolean isText(String text) {
    long controls = text.chars().filter(PlainText::isControl).count();
    return controls * 1000 <= text.length();
  }

  private static boolean isControl(int c) {
    return c < ' ' && !Character.isWhitespace(c);
  }
}
