package duban.local.process;

import java.time.Duration;

/**
 * How long to wait before a part that died is started again: doubled with each death in a row,
 * never more than {@code most}. A part that was ready for {@code calm} starts from the beginning.
 */
public record BackOff(Duration first, Duration most, Duration calm) {

  public static final BackOff DEFAULT =
      new BackOff(Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(60));

  private static final int MOST_DOUBLINGS = 20;

  /** The pause after the given number of deaths in a row, at least one. */
  public Duration pause(int deaths) {
    int doublings = Math.clamp(deaths - 1, 0, MOST_DOUBLINGS);
    Duration pause = first.multipliedBy(1L << doublings);
    return pause.compareTo(most) > 0 ? most : pause;
  }

  /** The number of deaths in a row, after one more that followed this long a time of readiness. */
  public int deaths(int before, Duration ready) {
    return ready.compareTo(calm) >= 0 ? 1 : before + 1;
  }
}
