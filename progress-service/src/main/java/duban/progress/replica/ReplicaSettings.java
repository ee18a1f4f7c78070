package duban.progress.replica;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the plans come from, and how long anything is waited for or remembered. */
@ConfigMapping(prefix = "duban.replica")
public interface ReplicaSettings {

  @WithDefault("http://localhost:8081")
  URI plansUrl();

  /** How long one request to plans-service may take. */
  @WithDefault("2s")
  Duration askTimeout();

  /** How long its answer is remembered, so that no caller can make us ask without end. */
  @WithDefault("1s")
  Duration rememberAnswers();

  /** How long another process's change to the copy may go unnoticed. */
  @WithDefault("1s")
  Duration trustCache();

  @WithDefault("100")
  int cachedPlans();

  /** Ledger links fetched at a time; each may carry a whole plan. */
  @WithDefault("20")
  int pageEvents();

  /** An answer of plans-service beyond which it is not read. */
  @WithDefault("8388608")
  int maxAnswerBytes();

  /** How often a held ledger is tried again. */
  @WithDefault("2s")
  Duration retryHeld();

  /** How often plans-service's heads are compared with the marks. */
  @WithDefault("30s")
  Duration compareHeads();

  @WithDefault("duban.plans.dead-letter.progress")
  String deadLetterTopic();
}
