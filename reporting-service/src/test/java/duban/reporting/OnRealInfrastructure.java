package duban.reporting;

import duban.testkit.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/**
 * Every @QuarkusTest of the running service extends this, so that all of them share one start: a
 * database and topics of their own, and a peer that plays the ledgers' owners.
 */
@QuarkusTestResource(
    value = RealInfrastructure.class,
    initArgs = {
      @ResourceArg(name = "database", value = "reporting"),
      @ResourceArg(name = "DUBAN_TODAY", value = "2022-06-30"),
      // Short, so that silence, distance and a missing message show at once.
      @ResourceArg(name = "duban.live.heartbeat", value = "1s"),
      @ResourceArg(name = "duban.webhooks.allow-private", value = "true"),
      @ResourceArg(name = "duban.webhooks.look-every", value = "1s"),
      @ResourceArg(name = "duban.live.farthest-behind", value = "600"),
      @ResourceArg(name = "duban.live.max-streams", value = "20"),
      @ResourceArg(name = "duban.intake.reconcile-every", value = "1s")
    })
@QuarkusTestResource(OwnersServer.class)
public abstract class OnRealInfrastructure {

  /**
   * For tests that move the day or the settings of all, or go through the whole projection: what
   * every test leaves behind stays, so the sooner they come, the less there is to go through. Those
   * that leave little come first.
   */
  public static final int EARLY = 1;

  /** The same, for those that leave much. */
  public static final int NEXT = 2;
}
