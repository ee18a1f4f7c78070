package duban.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The page's session. */
@ConfigMapping(prefix = "duban.gateway.session")
interface SessionSettings {

  /** Cookies know no ports, so two systems on one machine need two names. */
  @WithDefault("duban-session")
  String cookie();

  /** Set where something in front of the gateway ends TLS without saying so in its headers. */
  @WithDefault("false")
  boolean alwaysSecure();
}
