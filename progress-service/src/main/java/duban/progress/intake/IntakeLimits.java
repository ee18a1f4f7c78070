package duban.progress.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one request, and all of them together, may ask of this process. */
@ConfigMapping(prefix = "duban.intake")
public interface IntakeLimits {

  /** A body of one event or an array. */
  @WithDefault("1048576")
  int maxJsonBytes();

  /** Bodies of events and arrays that are held at the same time, all requests together. */
  @WithDefault("16777216")
  int maxJsonBytesAtOnce();

  @WithDefault("100")
  int maxArrayEvents();

  /** One line of a batch. */
  @WithDefault("65536")
  int maxLineBytes();

  @WithDefault("200000")
  int maxBatchLines();

  @WithDefault("4")
  int batchesAtOnce();

  /** A batch's events that wait for their commit. */
  @WithDefault("1000")
  int windowEvents();

  @WithDefault("2097152")
  int windowBytes();

  /** Results of a batch beyond which they go to a temporary file. */
  @WithDefault("65536")
  int spoolMemoryBytes();

  /** How long an append may take before the caller is told to come again. */
  @WithDefault("15s")
  Duration appendTimeout();

  /** How long a batch waits for a ledger that takes nothing before it gives the rest back. */
  @WithDefault("30s")
  Duration batchPatience();
}
