package duban.reporting.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the live streams. */
@ConfigMapping(prefix = "duban.live")
public interface LiveSettings {

  /** Streams open at the same time on this replica; one more is answered "try later". */
  @WithDefault("500")
  int maxStreams();

  /** Silence after which a comment is sent, so that nobody between takes the stream for dead. */
  @WithDefault("15s")
  Duration heartbeat();

  /** Changes handed to a stream at a time. */
  @WithDefault("256")
  int pageRows();

  /** Changes that a client may be behind before it gets a fresh snapshot instead. */
  @WithDefault("5000")
  long farthestBehind();

  /** Events in a snapshot. */
  @WithDefault("20")
  int snapshotEvents();
}
