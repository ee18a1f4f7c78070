package duban.reporting.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the change feed is kept, and where. */
@ConfigMapping(prefix = "duban.feed")
public interface FeedSettings {

  /** Rows kept in the database; a reader that is further behind begins anew. */
  @WithDefault("100000")
  long keptRows();

  /** The newest rows that a replica keeps in memory for all its readers together. */
  @WithDefault("4096")
  int tailRows();

  /** Characters of JSON in those rows, whichever limit comes first. */
  @WithDefault("4194304")
  int tailChars();

  /** How often to look although nobody called: a call may be lost with its connection. */
  @WithDefault("5s")
  Duration lookEvery();
}
