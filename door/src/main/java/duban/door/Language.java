package duban.door;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of Duban's two languages a caller reads. */
public final class Language {

  public static final String CHINESE = "zh";
  public static final String ENGLISH = "en";

  private static final int LONGEST_HEADER = 1000;

  private Language() {}

  /** "en" when the header {@code Accept-Language} puts English before Chinese, else "zh". */
  public static String of(@Nullable String acceptLanguage) {
    for (Locale.LanguageRange range : ranges(acceptLanguage)) {
      String primary = range.getRange().split("-", 2)[0];
      if (primary.equals(ENGLISH) && range.getWeight() > 0) {
        return ENGLISH;
      }
      if (primary.equals(CHINESE) && range.getWeight() > 0) {
        return CHINESE;
      }
    }
    return CHINESE;
  }

  private static List<Locale.LanguageRange> ranges(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return List.of();
    }
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
