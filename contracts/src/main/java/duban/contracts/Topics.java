package duban.contracts;

/** Kafka topics; both carry ledgers whole, keyed by district, and are never compacted. */
public final class Topics {

  /** Plan, catalogue and district events, from plans-service. */
  public static final String PLANS = "duban.plans";

  /** Progress events, from progress-service. */
  public static final String PROGRESS = "duban.progress";

  private Topics() {}
}
