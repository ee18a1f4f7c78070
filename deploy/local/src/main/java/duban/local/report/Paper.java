package duban.local.report;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A month's bulletin or a year's summary.
 *
 * @param kind as its address has it
 */
record Paper(String kind, String period) {

  /** By its period on the command line. */
  static final class Reading implements ITypeConverter<Paper> {
    @Override
    public Paper convert(String period) {
      if (period.matches("(19|20|21)[0-9]{2}")) {
        return new Paper("summaries", period);
      }
      if (period.matches("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])")) {
        return new Paper("bulletins", period);
      }
      throw new TypeConversionException(
          "'" + period + "' is neither a month such as 2022-05 nor a year such as 2022");
    }
  }

  String path(String scope) {
    return "/" + kind + "/" + scope + "/" + period;
  }

  String name(String scope) {
    return (kind.equals("summaries") ? "summary " : "bulletin ") + scope + " " + period;
  }
}
