package duban.progress.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a progress ledger takes, and where it is relayed to. */
@ConfigMapping(prefix = "duban.ledger")
public interface LedgerSettings {

  /** Kafka's bootstrap servers. */
  @WithDefault("localhost:9092")
  String kafka();

  /** Events of one atomic request. */
  @WithDefault("100")
  int maxEventsPerAppend();

  /** One event's canonical body. */
  @WithDefault("16384")
  int maxBodyChars();

  /** Events that wait for one district's ledger, beyond which the answer is "try later". */
  @WithDefault("4096")
  int maxQueuedEvents();

  /** Events that share one transaction. */
  @WithDefault("1024")
  int maxEventsPerCommit();

  /** Events of one page of a ledger; whoever asks for more gets this many. */
  @WithDefault("500")
  int maxPageEvents();

  /** Whole ledgers that are recomputed at the same time. */
  @WithDefault("2")
  int verificationsAtOnce();
}
