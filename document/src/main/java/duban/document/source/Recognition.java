package duban.document.source;

import duban.document.source.plain.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a file's format by its first bytes, and only where these leave it open by its name: pages
 * are sent as .doc, and Word files as .wps.
 */
final class Recognition {

  private static final int HEAD_BYTES = 4096;
  private static final int TEXT_BYTES = 1 << 16;
  private static final int PDF_HEAD_BYTES = 1024;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final Pattern MARKUP =
      Pattern.compile("<(!doctype\\s+html|html|head|body|table|div|p|meta)\\b");
  private static final Pattern OTHER_TEXT =
      Pattern.compile("\\s*(\\{\\\\rtf|mime-version:|<\\?xml\\b(?s:.*)mso-application)");
  private static final Set<String> PAGES = Set.of("html", "htm", "shtml", "xhtml");
  private static final Set<String> PACKED = Set.of("pdf", "doc", "docx", "wps");

  private Recognition() {}

  /** Empty if the file is none of the formats. */
  static Optional<Format> of(byte[] bytes, String fileName) {
    if (startsWith(bytes, ZIP)) {
      return Optional.of(Format.DOCX);
    }
    if (startsWith(bytes, OLE)) {
      return Optional.of(Format.DOC);
    }
    return latin(bytes, PDF_HEAD_BYTES).contains("%PDF-")
        ? Optional.of(Format.PDF)
        : text(bytes, ending(fileName));
  }

  /** Whether a name promises one of the formats that are not text. */
  static boolean promisesMore(String fileName) {
    return PACKED.contains(ending(fileName));
  }

  private static Optional<Format> text(byte[] bytes, String ending) {
    String head = latin(bytes, HEAD_BYTES).replace("\0", "").toLowerCase(Locale.ROOT);
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, TEXT_BYTES));
    if (OTHER_TEXT.matcher(head).lookingAt() || PlainText.decode(start, null).isEmpty()) {
      return Optional.empty();
    }
    boolean page = PAGES.contains(ending) || (!ending.equals("txt") && MARKUP.matcher(head).find());
    return Optional.of(page ? Format.HTML : Format.TXT);
  }

  private static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  private static String latin(byte[] bytes, int max) {
    return new String(bytes, 0, Math.min(bytes.length, max), StandardCharsets.ISO_8859_1);
  }
}
