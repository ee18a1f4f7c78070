package duban.plans.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How facts leave this service, and how large they may be. */
@ConfigMapping(prefix = "duban.publication")
public interface PublicationConfig {

  /** Kafka's bootstrap servers. */
  String kafka();

  /**
   * Characters of one event's canonical body, a whole plan among them. Three bytes each at most,
   * they stay below the megabyte that Kafka takes as one message.
   */
  @WithDefault("300000")
  int maxBodyCharacters();

  /** Events that may wait for one ledger before callers are told to come later. */
  @WithDefault("256")
  int maxQueuedEvents();
}
