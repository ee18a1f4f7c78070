package duban.reporting.bulletin;

import duban.contracts.Ledgers;
import duban.reporting.calendar.Calendar;
import duban.reporting.catalogue.Catalogue;
import duban.reporting.supervision.Appraisal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An appraisal (考评) of a district's plan as a summary tells it.
 *
 * @param score 0 to 100
 * @param by who gave it
 * @param on the day on which it was recorded
 * @param current whether it is the plan's last, which stands
 * @param trace its event
 */
public record AppraisalLine(
    String district,
    String districtName,
    String districtNameEn,
    String plan,
    @Nullable BigDecimal score,
    @Nullable String grade,
    @Nullable String text,
    @Nullable String by,
    LocalDate on,
    boolean current,
    Trace trace) {

  static AppraisalLine of(Appraisal given, Catalogue catalogue, LocalDate day) {
    return new AppraisalLine(
        given.district(),
        catalogue.name(given.district(), day),
        catalogue.nameEn(given.district(), day),
        given.plan(),
        given.score(),
        given.grade(),
        given.text(),
        given.by(),
        LocalDate.ofInstant(given.recordedAt(), Calendar.ZONE),
        given.current(),
        new Trace(Ledgers.progress(given.district()), given.seq(), 1));
  }
}
