package duban.local.terminal;

import duban.contracts.DistrictCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values on the command line, read strictly, so that a slip of the hand is told at once. */
public final class Readings {

  private Readings() {}

  /** A day such as 2022-06-30. */
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new TypeConversionException("'" + text + "' is not a day such as 2022-06-30");
    }
  }

  /** A moment such as 2022-07-01T08:00:00+08:00. */
  public static OffsetDateTime moment(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException notAMoment) {
      throw new TypeConversionException(
          "'" + text + "' is not a moment such as 2022-07-01T08:00:00+08:00");
    }
  }

  /** A division's code such as 320412. */
  public static final class Division implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (!DistrictCode.isValid(text)) {
        throw new TypeConversionException(
            "'" + text + "' is not a division's code of six digits such as 320412");
      }
      return text;
    }
  }

  /** A year such as 2022. */
  public static final class Year implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("(19|20|21)[0-9]{2}")) {
        throw new TypeConversionException("'" + text + "' is not a year such as 2022");
      }
      return Integer.valueOf(text);
    }
  }
}
