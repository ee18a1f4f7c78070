package duban.progress;

import duban.testkit.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/**
 * Every @QuarkusTest of the running service extends this, so that all of them share one start: a
 * database and topics of their own, and a peer that plays plans-service.
 */
@QuarkusTestResource(
    value = RealInfrastructure.class,
    initArgs = {
      @ResourceArg(name = "database", value = "progress"),
      // Short, so that a batch meets a full queue all the time.
      @ResourceArg(name = "duban.ledger.max-queued-events", value = "100"),
      // For batches on a machine that has other things to do.
      @ResourceArg(name = "quarkus.http.test-timeout", value = "3m"),
      @ResourceArg(name = "duban.replica.compare-heads", value = "12s"),
      @ResourceArg(name = "duban.evidence.folder", value = "target/evidence")
    })
@QuarkusTestResource(PlansPeerServer.class)
public abstract class OnRealInfrastructure {}
