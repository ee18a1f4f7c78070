package duban.plans.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one document, and all of them together, may ask of this process. */
@ConfigMapping(prefix = "duban.import")
public interface ImportLimits {

  /** The file itself; 20 MiB, as its reader takes no more. */
  @WithDefault("20971520")
  long maxFileBytes();

  /** Documents that are read at the same time; each takes a core, and its file's size in memory. */
  @WithDefault("2")
  int readingsAtOnce();

  /** From a file to its targets; the file's own reader gives up at 60 s. */
  @WithDefault("75s")
  Duration patience();

  /** Words that a person marks to have them read again. */
  @WithDefault("2000")
  int maxMarkedCharacters();
}
