package duban.ledger.relay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far Kafka has what was appended.
 *
 * @param unsent links that are committed and not yet known to be in Kafka, over all ledgers
 * @param ledgers those that are behind, the furthest first; the first hundred
 * @param trouble what this process's relay met at its last try; null while it works
 */
public record RelayStatus(
    String topic, long unsent, List<Behind> ledgers, @Nullable Trouble trouble) {

  /**
   * A ledger of which something is unsent.
   *
   * @param seq where it stands
   * @param sent up to where Kafka has it
   */
  public record Behind(String ledger, long seq, long sent) {}

  /** Since when the relay fails, and how it failed last. */
  public record Trouble(Instant since, String why) {}
}
