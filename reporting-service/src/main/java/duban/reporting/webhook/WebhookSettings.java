package duban.reporting.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How webhooks are sent. */
@ConfigMapping(prefix = "duban.webhooks")
public interface WebhookSettings {

  /** Whether plain http and private addresses may be told: for a closed network and for tests. */
  @WithDefault("false")
  boolean allowPrivate();

  /**
   * The keys under which secrets lie in the database, each 32 bytes in Base64 on a line of its own;
   * the first seals. Without it no webhook is made.
   */
  Optional<Path> keyFile();

  @WithDefault("10s")
  Duration timeout();

  /** Messages under way at a time, in each replica. */
  @WithDefault("8")
  int atOnce();

  /** Webhooks of one scope. */
  @WithDefault("20")
  int mostOfAScope();

  /** How often to look at the feed and for what is due. */
  @WithDefault("2s")
  String lookEvery();

  /** The waits after each failure; after the last the message is given up. */
  @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
  List<Duration> retries();

  /** How long the log is kept. */
  @WithDefault("30d")
  Duration keepLog();
}
