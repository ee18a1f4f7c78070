package duban.document.promise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day by which words want something done. */
final class Due {

  private static final Pattern DAY =
      Pattern.compile(
          "(?:(?<year>20\\d\\d)年)?(?<month>1[0-2]|[1-9])月(?:(?<day>\\d{1,2})日|(?<part>底|末|上旬|中旬|下旬|初))?(?:之?前|以前|内|底前)?");
  private static final Pattern YEAR =
      Pattern.compile("(?:到|至|在|于)?(?<year>20\\d\\d)年(?:底|末|年底)?(?:之?前|以前)?");
  private static final Pattern YEARS = Pattern.compile("分(?<years>[两三四五2-5])年");

  private Due() {}

  /** The day the words name; the year's last where they name none; null in no known year. */
  static @Nullable LocalDate of(String words, @Nullable Integer planned) {
    if (planned == null) {
      return null;
    }
    int year = planned;
    return years(words, year)
        .or(() -> day(words, year))
        .or(() -> half(words, year))
        .or(() -> lastOfYear(words, year))
        .orElse(LocalDate.of(year, 12, 31));
  }

  private static Optional<LocalDate> years(String words, int year) {
    Matcher matcher = YEARS.matcher(words);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int said = "零一两三四五".indexOf(matcher.group("years"));
    int years = said > 0 ? said : Integer.parseInt(matcher.group("years"));
    return Optional.of(LocalDate.of(year + years - 1, 12, 31));
  }

  private static Optional<LocalDate> day(String words, int year) {
    Matcher matcher = DAY.matcher(words);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int of = matcher.group("year") == null ? year : Integer.parseInt(matcher.group("year"));
    YearMonth month = YearMonth.of(of, Integer.parseInt(matcher.group("month")));
    try {
      return Optional.of(
          matcher.group("day") == null
              ? month.atDay(lastDay(matcher.group("part"), month))
              : month.atDay(Integer.parseInt(matcher.group("day"))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int lastDay(@Nullable String part, YearMonth month) {
    return switch (part == null ? "" : part) {
      case "上旬", "初" -> 10;
      case "中旬" -> 20;
      default -> month.lengthOfMonth();
    };
  }

  private static Optional<LocalDate> half(String words, int year) {
    return words.contains("上半年") ? Optional.of(LocalDate.of(year, 6, 30)) : Optional.empty();
  }

  private static Optional<LocalDate> lastOfYear(String words, int year) {
    Matcher matcher = YEAR.matcher(words);
    int latest = year;
    while (matcher.find()) {
      latest = Math.max(latest, Integer.parseInt(matcher.group("year")));
    }
    return latest > year && latest <= year + 10
        ? Optional.of(LocalDate.of(latest, 12, 31))
        : Optional.empty();
  }
}
