package duban.contracts.catalogue;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the municipality sets for all its districts. Shares are exact decimals between 0 and 1.
 *
 * @param onTrackFrom share of the pace from which a target is on track
 * @param atRiskFrom share of the pace from which it is at risk; less is behind
 * @param tolerance share by which "about" may fall short where the indicator says nothing
 * @param disputedCounts whether a disputed report counts until it is taken back
 * @param explainBelow share of the pace under which a report must bring an explanation
 * @param explainAbove multiple of the promise above which a report must bring an explanation
 * @param reportDueDay day of the following month by which a month's report is due, 1 to 28
 * @param remindDays days before a due day at which the unit is reminded
 * @param rectifyDays days for putting a problem right where its opening names no day
 * @param termStarts the first days of the year's school terms, {@code MM-DD}, in order
 * @param doneStages the words of a narrative's stage that say done
 */
public record Settings(
    BigDecimal onTrackFrom,
    BigDecimal atRiskFrom,
    BigDecimal tolerance,
    boolean disputedCounts,
    BigDecimal explainBelow,
    BigDecimal explainAbove,
    int reportDueDay,
    int remindDays,
    int rectifyDays,
    List<String> termStarts,
    List<String> doneStages) {

  /** What holds until the municipality sets otherwise. */
  public static final Settings DEFAULT =
      new Settings(
          new BigDecimal("0.9"),
          new BigDecimal("0.7"),
          Indicator.DEFAULT_TOLERANCE,
          true,
          new BigDecimal("0.5"),
          new BigDecimal("2"),
          5,
          7,
          30,
          List.of("01-01", "08-01"),
          List.of("done", "completed", "完成", "已完成", "办结"));
}
