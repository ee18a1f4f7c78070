package duban.progress.recognition;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file's name as its sender gives it, made safe to save under.
 *
 * @param base without its extension; empty when there is none
 * @param extension without its dot; empty when there is none
 */
public record FileName(String base, String extension) {

  private static final int LONGEST_BASE = 150;

  /** Control characters, those that turn the reading direction, and what no file system likes. */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}:*?\"<>|]");

  /** {@code 2022.6} ends with a number and not with an extension. */
  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,7}");

  public static FileName of(@Nullable String given) {
    if (given == null) {
      return new FileName("", "");
    }
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String name = UNSAFE.matcher(last).replaceAll("").strip();
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1);
    return EXTENSION.matcher(extension).matches()
        ? new FileName(name.substring(0, dot), extension)
        : new FileName(name, "");
  }

  /**
   * The whole name of a file of this kind.
   *
   * @param otherwise for a file that was sent without a name
   */
  public String as(FileKind kind, String otherwise) {
    String bare = base.isBlank() ? otherwise : base;
    int end = Math.min(bare.length(), LONGEST_BASE);
    if (Character.isHighSurrogate(bare.charAt(end - 1))) {
      end--;
    }
    return bare.substring(0, end) + "." + (extension.isEmpty() ? kind.extension() : extension);
  }
}
