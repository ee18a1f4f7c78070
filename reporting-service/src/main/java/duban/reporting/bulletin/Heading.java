package duban.reporting.bulletin;

import duban.contracts.Text;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a paper is about.
 *
 * @param kind "bulletin" or "summary"
 * @param scope GB/T 2260 code
 * @param period {@code 2022-06}, or {@code 2022}
 * @param asOf the day it is told for
 * @param knownAt what was recorded by then is in it
 * @param reportingAsOf the day on which it is told who has reported: that of its making
 */
public record Heading(
    String kind,
    String scope,
    String scopeName,
    String scopeNameEn,
    String period,
    LocalDate asOf,
    Instant knownAt,
    LocalDate reportingAsOf,
    Text title) {

  static Heading of(Edition edition, String name, String nameEn, LocalDate asOf, Instant knownAt) {
    return new Heading(
        edition.kind(),
        edition.scope(),
        name,
        nameEn,
        edition.period(),
        asOf,
        knownAt,
        edition.reportingDay(asOf, knownAt),
        title(edition, name, nameEn));
  }

  private static Text title(Edition edition, String name, String nameEn) {
    int year = edition.year();
    int month = edition.first().getMonthValue();
    return edition.kind().equals(Edition.BULLETIN)
        ? new Text(
            name + year + "年" + month + "月工作要点落实情况通报",
            nameEn + ": bulletin on the annual work plans, " + edition.period())
        : new Text(name + year + "年度工作总结", nameEn + ": summary of the annual work plans, " + year);
  }
}
