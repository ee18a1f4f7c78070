package duban.reporting.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the intake goes on when something fails. */
@ConfigMapping(prefix = "duban.intake")
public interface IntakeSettings {

  /** The wait after a first failure; it doubles with each. */
  @WithDefault("100ms")
  Duration firstBackOff();

  @WithDefault("5s")
  Duration longestBackOff();

  /** How often to look at where the owners' ledgers stand. */
  @WithDefault("60s")
  Duration reconcileEvery();
}
