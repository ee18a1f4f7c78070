package duban.reporting.owner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the ledgers' owners are and how much is asked of them at a time. */
@ConfigMapping(prefix = "duban.owner")
public interface OwnerSettings {

  URI plansUrl();

  URI progressUrl();

  /** Events of one page; an owner may give fewer. */
  @WithDefault("500")
  int pageEvents();

  /** An answer beyond this is refused, so that a page always fits into memory. */
  @WithDefault("8388608")
  long maxAnswerBytes();

  @WithDefault("10s")
  Duration askTimeout();
}
