package duban.gateway.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The gateway's limits; generous, since they guard the house and not a tariff. */
@ConfigMapping(prefix = "duban.gateway.limit")
public interface LimitSettings {

  /** The longest body of an ordinary request. */
  @WithDefault("1M")
  MemorySize body();

  /** The longest body of an upload of many events. */
  @WithDefault("64M")
  MemorySize upload();

  /** A plan's document or a file of evidence at its longest: 20 MiB, and the form around it. */
  @WithDefault("21M")
  MemorySize document();

  /** Requests under way at one time, streams not counted. */
  @WithDefault("512")
  int requests();

  /** Live streams open at one time. */
  @WithDefault("2000")
  int streams();

  /** Live streams that one caller may hold. */
  @WithDefault("50")
  int streamsPerCaller();

  /** Requests a second that one caller may keep up. */
  @WithDefault("2000")
  int ratePerSecond();

  /** Requests that one caller may send at once after a pause. */
  @WithDefault("4000")
  int burst();

  /** Callers whose rate is remembered; the one unseen for longest is forgotten first. */
  @WithDefault("10000")
  int callers();

  /** How long a client that was answered may go on sending before its connection is closed. */
  @WithDefault("2s")
  Duration leftover();
}
