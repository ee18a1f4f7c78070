package duban.door;

/** The roles that a token's {@code roles} claim may name; its {@code districts} bound them all. */
public final class Roles {

  /** Keeps the catalogue, publishes plans, verifies and disputes reports. */
  public static final String CITY_ADMIN = "city-admin";

  /** Reads everything within its districts. */
  public static final String CITY_VIEWER = "city-viewer";

  /** Writes its district's plans. */
  public static final String DISTRICT_PLANNER = "district-planner";

  /** Posts its district's progress. */
  public static final String DISTRICT_REPORTER = "district-reporter";

  /** Reads its district. */
  public static final String DISTRICT_VIEWER = "district-viewer";

  /** A service that posts the reminders and calls which the calendar makes, and nothing else. */
  public static final String CALENDAR = "calendar";

  private Roles() {}
}
