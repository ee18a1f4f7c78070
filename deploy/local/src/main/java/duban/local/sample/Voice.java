package duban.local.sample;

/** On whose word an event is: the district's own system, or the municipal bureau. */
public enum Voice {
  DISTRICT("district-reporter"),
  BUREAU("city-admin");

  private final String role;

  Voice(String role) {
    this.role = role;
  }

  String role() {
    return role;
  }
}
