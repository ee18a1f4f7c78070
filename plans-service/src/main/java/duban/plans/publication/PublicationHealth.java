package duban.plans.publication;

import duban.contracts.problem.Problem;
import duban.ledger.append.Ledger;
import duban.ledger.relay.Relay;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Ready while the database answers. How far Kafka is behind is shown, but never makes the service
 * unready: the ledgers take and serve facts without it, and the relay sends them when it is back.
 */
@Readiness
@ApplicationScoped
public class PublicationHealth implements AsyncHealthCheck {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final long UNKNOWN = -1;

  @Inject Relay relay;
  @Inject Ledger<Problem> ledger;
  @Inject MeterRegistry registry;

  private volatile long unsent = UNKNOWN;
  private @Nullable Cancellable looking;

  void start(@Observes StartupEvent event) {
    Gauge.builder("duban.relay.unsent", () -> unsent)
        .description("facts in the ledgers that Kafka has not acknowledged; -1 when unknown")
        .register(registry);
    Gauge.builder("duban.ledger.queued", () -> ledger.stats().queuedEvents()).register(registry);
    FunctionCounter.builder("duban.ledger.events", ledger, l -> l.stats().events())
        .register(registry);
    FunctionCounter.builder("duban.ledger.commits", ledger, l -> l.stats().groups())
        .register(registry);
    looking =
        Multi.createFrom()
            .ticks()
            .every(LOOK_EVERY)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(tick -> look())
            .subscribe()
            .with(count -> unsent = count);
  }

  void stop(@Observes ShutdownEvent event) {
    if (looking != null) {
      looking.cancel();
    }
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return look()
        .map(count ->
            HealthCheckResponse.named("ledgers")
                .status(count != UNKNOWN)
                .withData("unsent", count)
                .withData("kafka", count == 0 ? "current" : "behind")
                .build());
  }

  private Uni<Long> look() {
    return relay.lag().onFailure().recoverWithItem(UNKNOWN);
  }
}
