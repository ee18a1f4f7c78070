package duban.ledger.relay;

import java.time.Duration;

/**
 * @param batch links sent before the mark moves
 * @param ledgersAtOnce ledgers relayed in parallel, each with one database connection
 * @param sweep how often ledgers are looked for that another process, or a crash, left behind
 */
public record RelayLimits(int batch, int ledgersAtOnce, Duration sweep) {

  public static RelayLimits defaults() {
    return new RelayLimits(1_000, 2, Duration.ofSeconds(1));
  }
}
