package duban.reporting.issue;

import duban.ledger.mark.Mark;
import duban.ledger.mark.MarkStore;
import duban.reporting.calendar.Calendar;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;

/**
 * The moment up to which a new paper knows things. It is now; in a system with a day of its own,
 * which records on its own days (ADR 0009), it is that day at this hour, or the last recording
 * where that came later. What is recorded behind it is none of the paper's, so that it can be
 * proved.
 */
@ApplicationScoped
class Knowledge {

  private final Calendar calendar;
  private final Pool pool;

  Knowledge(Calendar calendar, Pool pool) {
    this.calendar = calendar;
    this.pool = pool;
  }

  /** The ledgers' moments are no finer. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * The moment that stands for a real one.
   *
   * @param now when it was asked for, before what is to be in the paper was waited for
   */
  Uni<Instant> at(Instant now) {
    return calendar
        .today()
        .chain(today ->
            today.fixed()
                ? MarkStore.all(pool).map(marks -> on(today.today(), now, marks.values()))
                : Uni.createFrom().item(now));
  }

  static Instant on(LocalDate day, Instant now, Collection<Mark> marks) {
    LocalTime hour = LocalTime.ofInstant(now, Calendar.ZONE);
    return marks.stream()
        .map(Mark::recordedAt)
        .filter(Objects::nonNull)
        .reduce(
            day.atTime(hour).atZone(Calendar.ZONE).toInstant(),
            (one, other) -> one.isAfter(other) ? one : other);
  }
}
