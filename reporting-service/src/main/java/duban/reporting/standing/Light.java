package duban.reporting.standing;

import com.fasterxml.jackson.annotation.JsonValue;
import duban.contracts.Text;
import duban.contracts.catalogue.Settings;
import java.math.BigDecimal;
import java.util.Locale;

/** How a promise stands against the calendar. */
public enum Light {
  ACHIEVED("已达成", "achieved"),
  OVERDUE("逾期", "overdue"),
  ON_TRACK("正常", "on track"),
  AT_RISK("预警", "at risk"),
  BEHIND("滞后", "behind"),
  NOT_DUE("未到期", "not due");

  private final Text title;

  Light(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** As people read it. */
  public Text title() {
    return title;
  }

  /**
   * The one rule for targets and rollups alike.
   *
   * @param reached the promise is kept
   * @param pastDue its last day is over
   * @param ahead its first day is still to come
   * @param done share reached, 0..1; 0 where nothing was reported, so that unknown is never green
   * @param pace share due by now, 0..1
   * @param settings the municipality's thresholds
   */
  public static Light of(
      boolean reached,
      boolean pastDue,
      boolean ahead,
      BigDecimal done,
      BigDecimal pace,
      Settings settings) {
    if (reached) {
      return ACHIEVED;
    }
    if (pastDue) {
      return OVERDUE;
    }
    if (ahead || pace.signum() == 0) {
      return NOT_DUE;
    }
    if (done.compareTo(pace.multiply(settings.onTrackFrom())) >= 0) {
      return ON_TRACK;
    }
    return done.compareTo(pace.multiply(settings.atRiskFrom())) >= 0 ? AT_RISK : BEHIND;
  }

  /** Whether it lags so far that the bureau must act. */
  public boolean isRed() {
    return this == BEHIND || this == OVERDUE;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Light ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
