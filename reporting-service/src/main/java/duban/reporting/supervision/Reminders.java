package duban.reporting.supervision;

import duban.reporting.calendar.CalendarStore;
import duban.reporting.owner.OwnerIntake;
import duban.reporting.projection.Projection;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The calendar's own part of the loop: 临近提醒 before a due day and 到期催办 after it, posted to the
 * ledger's owner as events like all others, so that they come back through Kafka. Ids say target,
 * stage and due day, so two replicas, a repeat and a catching up after a stop say it once.
 */
@ApplicationScoped
class Reminders {

  private static final Logger LOG = Logger.getLogger(Reminders.class);

  private static final int TOO_MANY = 429;

  private final Pool pool;
  private final CalendarStore calendar;
  private final Projection projection;
  private final ReminderStore store;
  private final OwnerIntake owner;
  private final ReminderSettings settings;

  Reminders(
      Pool pool,
      CalendarStore calendar,
      Projection projection,
      ReminderStore store,
      OwnerIntake owner,
      ReminderSettings settings) {
    this.pool = pool;
    this.calendar = calendar;
    this.projection = projection;
    this.store = store;
    this.owner = owner;
    this.settings = settings;
  }

  @Scheduled(
      every = "${duban.reminders.look-every:60s}",
      delayed = "${duban.reminders.look-every:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return calendar
        .today(pool)
        .map(today -> settings.enabled().orElse(!today.fixed()))
        .chain(enabled -> enabled ? remind() : Uni.createFrom().item(0))
        .onFailure()
        .invoke(failure -> LOG.warnf("reminders will be tried again: %s", failure))
        .onFailure()
        .recoverWithItem(0)
        .replaceWithVoid();
  }

  /** Posts what is due to be said; how much of it was taken. */
  Uni<Integer> remind() {
    return projection
        .setting(pool)
        .chain(setting ->
            store.due(
                pool,
                setting.today(),
                setting.catalogue().settings().remindDays(),
                settings.urgeWithinDays(),
                settings.mostPosts()))
        .chain(this::post);
  }

  /** One after the other; the first that cannot be answered for now ends the run. */
  private Uni<Integer> post(List<Reminder> reminders) {
    return Multi.createFrom()
        .iterable(reminders)
        .onItem()
        .transformToUniAndConcatenate(this::post)
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }

  private Uni<Integer> post(Reminder reminder) {
    return owner
        .post(reminder.district(), reminder.id(), reminder.type(), reminder.event())
        .chain(status -> {
          if (status == 200 || status == 201) {
            return Uni.createFrom().item(1);
          }
          return isForGood(status)
              ? refused(reminder, status)
              : Uni.createFrom()
                  .failure(
                      new IllegalStateException(
                          reminder.id() + " was answered " + status + "; it will be tried again"));
        });
  }

  /** A token that may not post is no fault of the event, and a crowd passes. */
  private static boolean isForGood(int status) {
    return status >= 400 && status < 500 && status != 401 && status != 403 && status != TOO_MANY;
  }

  private Uni<Integer> refused(Reminder reminder, int status) {
    LOG.warnf("reminder refused for good: id=%s status=%d", reminder.id(), status);
    return store.refused(pool, reminder.id(), status).replaceWith(0);
  }
}
