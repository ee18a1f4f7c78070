package duban.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The pure core under 100,000 seeded schedules: writers that repeat themselves, stale beliefs,
 * clocks that jump, relays and readers that die at every point. A failure names its seed; run that
 * one alone.
 */
class ScheduleTest {

  private static final int SCHEDULES = 100_000;

  @Test
  void nothingIsLostDoubledOrReorderedUnderAnySchedule() {
    long crashes = 0;
    long gaps = 0;
    long repeats = 0;
    for (int seed = 0; seed < SCHEDULES; seed++) {
      Schedule schedule = new Schedule(seed);
      try {
        schedule.run();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("schedule with seed " + seed, e);
      }
      crashes += schedule.crashes();
      gaps += schedule.gaps();
      repeats += schedule.repeats();
    }
    // The schedules must really have met what they are for.
    assertThat(crashes).isGreaterThan(SCHEDULES);
    assertThat(gaps).isGreaterThan(SCHEDULES / 10);
    assertThat(repeats).isGreaterThan(SCHEDULES);
  }
}
