package duban.reporting.issue;

import duban.ledger.mark.Mark;
import duban.ledger.mark.MarkStore;
import duban.reporting.calendar.Calendar;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;

/**
 * The moment up to which a new paper knows things. It is now; in a system with a day of its own,
 * which records on its own days (ADR 0009), it is the end of that day, or the last recording where
 * the day was moved back behind it.
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
                ? MarkStore.all(pool).map(marks -> endOf(today.today(), marks.values()))
                : Uni.createFrom().item(now));
  }

  static Instant endOf(LocalDate day, Collection<Mark> marks) {
    Instant end = day.plusDays(1).atStartOfDay(Calendar.ZONE).toInstant().minusMillis(1);
    return marks.stream()
        .map(Mark::recordedAt)
        .filter(Objects::nonNull)
        .reduce(end, (one, other) -> one.isAfter(other) ? one : other);
  }
}
