package duban.reporting.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many documents are made at a time. */
@ConfigMapping(prefix = "duban.desk")
public interface DeskSettings {

  @WithDefault("2")
  int maxDocuments();

  /** How long one waits for its turn before it is refused. */
  @WithDefault("5s")
  Duration patience();
}
