package duban.reporting.rollup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored rollup.
 *
 * @param sums the sum of its targets' contributions
 * @param peak the figures of an indicator that takes the largest or latest; else null
 * @param reportedAt when the last of the reports that count came in
 * @param changedAt when the row last moved; null for a rollup that was folded and is not stored
 */
public record Rollup(
    RollupKey key,
    Contribution sums,
    @Nullable Peak peak,
    @Nullable Instant reportedAt,
    @Nullable Instant changedAt) {

  public Rollup with(@Nullable Peak found) {
    return new Rollup(key, sums, found, reportedAt, changedAt);
  }

  public Rollup reportedAt(@Nullable Instant found) {
    return new Rollup(key, sums, peak, found, changedAt);
  }
}
