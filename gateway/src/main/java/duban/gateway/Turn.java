package duban.gateway;

/**
 * The order in which the gateway's handlers see a request. Quarkus authenticates at -200, and
 * refuses long bodies on its own at -2, which is too early for an upload of events.
 */
public final class Turn {

  /** First of all, so that every refusal has the security headers too. */
  public static final int HEADERS = -3000;

  /** Before anything decodes or normalises the path. */
  public static final int SAFE_PATH = -2900;

  /** What a client still sends after its answer is bounded for every answer from here on. */
  public static final int LEFTOVERS = -2800;

  /** Just before authentication, which reads the header that the cookie becomes. */
  public static final int COOKIE = -2700;

  /** After authentication, before Quarkus' own limit on bodies. */
  public static final int API = -50;

  /** After every address that is a room of the pages or an operation of the API. */
  public static final int NO_ROOM = -49;

  private Turn() {}
}
