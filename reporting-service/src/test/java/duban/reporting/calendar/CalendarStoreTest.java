package duban.reporting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import duban.reporting.OnRealInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which day a system has when it starts again. */
@QuarkusTest
class CalendarStoreTest extends OnRealInfrastructure {

  private static final LocalDate OWN = LocalDate.of(2022, 6, 30);
  private static final LocalDate REAL = LocalDate.of(2026, 11, 21);

  @Inject Pool pool;
  @Inject CalendarStore store;

  private LocalDate startedWith(LocalDate own) {
    store.open(pool, own, REAL).await().indefinitely();
    return today().today();
  }

  private Today today() {
    return store.today(pool).await().indefinitely();
  }

  @AfterEach
  void back() {
    startedWith(null);
    startedWith(OWN);
  }

  @Test
  void aDayThatWasMovedIsKept() {
    store.move(pool, LocalDate.of(2022, 9, 1)).await().indefinitely();
    assertThat(startedWith(OWN)).isEqualTo("2022-09-01");
  }

  @Test
  void anotherDayOfOnesOwnBeginsAnew() {
    store.move(pool, LocalDate.of(2022, 9, 1)).await().indefinitely();
    assertThat(startedWith(LocalDate.of(2022, 7, 1))).isEqualTo("2022-07-01");
  }

  @Test
  void withoutOneItGoesByTheRealDayWhichNobodyMoves() {
    assertThat(startedWith(null)).isEqualTo(REAL);
    assertThat(today().fixed()).isFalse();
    assertThat(store.move(pool, OWN).await().indefinitely()).isFalse();
    assertThat(store.turn(pool, REAL.plusDays(1)).await().indefinitely()).isTrue();
    assertThat(today().today()).isEqualTo(REAL.plusDays(1));
  }
}
