package duban.reporting.issue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long issuing may wait. */
@ConfigMapping(prefix = "duban.issue")
public interface IssueSettings {

  /**
   * Between the moment up to which things are known and the look at the owners' heads: what was
   * being recorded at that moment is committed by then.
   */
  @WithDefault("1s")
  Duration settle();

  /** For the projections to come level with the owners. */
  @WithDefault("20s")
  Duration patience();

  /** For any one answer of the database or of an owner. */
  @WithDefault("60s")
  Duration answer();
}
