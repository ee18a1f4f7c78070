package duban.plans.publication;

import duban.door.RecordingClock;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a fact is recorded in a system that plays a day of its own: on the day that the request
 * names, and at the year's beginning for what the service states by itself at its start, because
 * nothing that is recorded later may be recorded before it.
 */
@ApplicationScoped
class RecordedOn {

  @Inject RecordingClock clock;
  @Inject CurrentVertxRequest request;

  /** Null where the ledger's clock decides, which then knows the day it is. */
  Uni<@Nullable Instant> moment() {
    @Nullable RoutingContext asked =
        Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    if (asked == null) {
      return Uni.createFrom().item(clock.beginning());
    }
    String named = asked.request().getHeader(RecordingClock.RECORDED_ON);
    return named == null
        ? clock.catchUp().map(_ -> null)
        : Uni.createFrom().item(clock.moment(named));
  }
}
