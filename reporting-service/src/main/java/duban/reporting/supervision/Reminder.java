package duban.reporting.supervision;

import duban.contracts.progress.ProgressEvent;
import duban.contracts.progress.ProgressEvent.ItemReminded;
import duban.contracts.progress.ProgressEvent.ItemUrged;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What the calendar has to say of a target: it comes near, or it is past.
 *
 * @param today the day it is said on
 */
record Reminder(
    String district, String item, String target, String title, LocalDate due, LocalDate today) {

  boolean isPast() {
    return due.isBefore(today);
  }

  String type() {
    return isPast() ? "item.urged" : "item.reminded";
  }

  /**
   * The same for a target, stage and due day, so that no replica and no repeat says it twice; a due
   * day that is moved is another.
   */
  String id() {
    return (isPast() ? "urged-" : "reminded-") + target + "-" + due;
  }

  ProgressEvent event() {
    long days = Math.abs(ChronoUnit.DAYS.between(today, due));
    return isPast()
        ? new ItemUrged(item, target, today, due, "「%s」已逾期 %d 天，请抓紧办理。".formatted(title, days))
        : new ItemReminded(
            item, target, today, due, "「%s」距到期还有 %d 天，请按期办理。".formatted(title, days));
  }
}
