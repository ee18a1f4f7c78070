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
public abstract class OnRealInfrastructure {}
