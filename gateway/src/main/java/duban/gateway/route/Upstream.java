package duban.gateway.route;

/** The services behind the gateway, by the names that people know them by. */
public enum Upstream {
  PLANS("plans-service"),
  PROGRESS("progress-service"),
  REPORTING("reporting-service");

  private final String title;

  Upstream(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
