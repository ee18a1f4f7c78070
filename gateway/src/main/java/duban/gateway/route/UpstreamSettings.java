package duban.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are and how long the gateway waits for them. */
@ConfigMapping(prefix = "duban.gateway.upstream")
public interface UpstreamSettings {

  URI plans();

  URI progress();

  URI reporting();

  /** For a connection to be made. */
  @WithDefault("2s")
  Duration connectTimeout();

  /** For the head of an ordinary answer; reporting-service itself may wait 5 s for a position. */
  @WithDefault("30s")
  Duration answerTimeout();

  /** For the head of the answer to an upload or a recomputation. */
  @WithDefault("10m")
  Duration workTimeout();

  /** A connection on which nothing moves for so long, either way, is closed; streams excepted. */
  @WithDefault("60s")
  Duration idleTimeout();

  /** Connections to one service, for questions and for changes each. */
  @WithDefault("256")
  int connections();

  /** Requests that may wait for one of them. */
  @WithDefault("256")
  int waiting();

  default URI of(Upstream upstream) {
    return switch (upstream) {
      case PLANS -> plans();
      case PROGRESS -> progress();
      case REPORTING -> reporting();
    };
  }
}
