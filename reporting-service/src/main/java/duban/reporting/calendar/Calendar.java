package duban.reporting.calendar;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the calendar at the start and turns it at midnight. */
@ApplicationScoped
public class Calendar {

  /** The zone in which plans count their days. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Pool pool;
  private final CalendarStore store;
  private final Optional<LocalDate> own;
  private final InstantSource clock = InstantSource.system();

  /** As last seen by this replica: good enough to guess the year a caller left out. */
  private volatile LocalDate seen = realDay();

  Calendar(
      Pool pool,
      CalendarStore store,
      @ConfigProperty(name = "duban.today") Optional<LocalDate> own) {
    this.pool = pool;
    this.store = store;
    this.own = own;
  }

  /** Before the consumers start, because no standing can be told without a day. */
  void open(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) {
    store.open(pool, own.orElse(null), realDay()).chain(this::today).await().atMost(PATIENCE);
  }

  public Uni<Today> today() {
    return store.today(pool).invoke(today -> seen = today.today());
  }

  /** The year of the day as this replica last saw it. */
  public int year() {
    return seen.getYear();
  }

  /** False when the system goes by the real day, which nobody can move. */
  public Uni<Boolean> move(LocalDate day) {
    return store.move(pool, day).call(this::today);
  }

  /** Takes over the real day if it has turned; true when it had. */
  public Uni<Boolean> turn() {
    return store.turn(pool, realDay()).call(this::today);
  }

  private LocalDate realDay() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
