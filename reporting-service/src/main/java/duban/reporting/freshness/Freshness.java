package duban.reporting.freshness;

import duban.contracts.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer includes.
 *
 * @param recordedUpTo when the last event in it was recorded; absent when there is none
 * @param positions the last applied position of each ledger concerned
 * @param lagMillis how long after its recording the last progress event was applied; absent where
 *     the answer looks back to what was known before now, and in a system with a day of its own
 * @param late whether more has come that could not be applied yet
 */
public record Freshness(
    @Nullable Instant recordedUpTo,
    Map<String, Long> positions,
    @Nullable Long lagMillis,
    boolean late) {

  /**
   * Why an answer has no rows.
   *
   * @param rows those it has
   * @param nothing what an empty answer means where the scope was heard of
   * @return null where there are rows
   */
  public @Nullable Text whyNothing(Collection<?> rows, Text nothing) {
    if (!rows.isEmpty()) {
      return null;
    }
    return positions.isEmpty()
        ? new Text("尚未收到该范围的任何计划或进展。", "Nothing has been received of this scope yet.")
        : nothing;
  }
}
