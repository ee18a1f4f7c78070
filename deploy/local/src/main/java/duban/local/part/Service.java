package duban.local.part;

import duban.local.home.PortPlan;
import java.util.Optional;

/** The four programs of Duban itself. */
public enum Service {
  PLANS("plans-service", Optional.of("plans")),
  PROGRESS("progress-service", Optional.of("progress")),
  REPORTING("reporting-service", Optional.of("reporting")),
  GATEWAY("gateway", Optional.empty());

  private final String module;
  private final Optional<String> database;

  Service(String module, Optional<String> database) {
    this.module = module;
    this.database = database;
  }

  /** The folder in the repository, and the part's name. */
  public String module() {
    return module;
  }

  /** Its own database; the gateway has none. */
  Optional<String> database() {
    return database;
  }

  /**
   * Most of its heap; a document of a thousand pages is read in plans-service, and
   * reporting-service makes two documents of hundreds of targets at a time, each of some 20 MB. A
   * workbook of 5,000 rows takes progress-service 110 MB, for as long as it is in hand.
   */
  int heapMegabytes() {
    return switch (this) {
      case PLANS -> 320;
      case REPORTING -> 128;
      case PROGRESS -> 208;
      case GATEWAY -> 96;
    };
  }

  public int port(PortPlan ports) {
    return switch (this) {
      case PLANS -> ports.plans();
      case PROGRESS -> ports.progress();
      case REPORTING -> ports.reporting();
      case GATEWAY -> ports.gateway();
    };
  }
}
