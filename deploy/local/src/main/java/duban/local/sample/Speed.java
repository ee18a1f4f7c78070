package duban.local.sample;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long a day lasts: {@code 1s}, {@code 250ms}, or {@code 5}, which is five days a second. */
record Speed(Duration perDay) {

  private static final Pattern LASTING = Pattern.compile("([0-9]{1,6})(ms|s)");
  private static final Pattern DAYS_PER_SECOND = Pattern.compile("([0-9]{1,4})(/s)?");

  static Speed parse(String text) {
    Matcher lasting = LASTING.matcher(text);
    if (lasting.matches()) {
      long number = Long.parseLong(lasting.group(1));
      return new Speed(
          lasting.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number));
    }
    Matcher days = DAYS_PER_SECOND.matcher(text);
    if (days.matches() && Integer.parseInt(days.group(1)) > 0) {
      return new Speed(Duration.ofSeconds(1).dividedBy(Integer.parseInt(days.group(1))));
    }
    throw new TypeConversionException(
        "'" + text + "' is not a speed: write 1s for a day a second, 250ms, or 5 for five days");
  }

  static final class Converter implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String text) {
      return parse(text);
    }
  }
}
