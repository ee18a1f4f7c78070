package duban.contracts;

/**
 * The names of the ledgers: {@code progress/320412}, {@code plans/320412}, {@code plans/catalogue}.
 */
public final class Ledgers {

  public static final String CATALOGUE = "plans/catalogue";
  private static final String PLANS = "plans/";
  private static final String PROGRESS = "progress/";

  private Ledgers() {}

  public static String plans(String district) {
    return PLANS + district;
  }

  public static String progress(String district) {
    return PROGRESS + district;
  }

  /** The part after the slash: a district's code, or "catalogue". It is the Kafka key too. */
  public static String key(String ledger) {
    return ledger.substring(ledger.indexOf('/') + 1);
  }
}
