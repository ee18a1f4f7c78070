package duban.reporting.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the database answers: every report is read from it. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements AsyncHealthCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Pool pool;

  DatabaseReady(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return pool.query("select 1")
        .execute()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(answered -> HealthCheckResponse.named("database").up().build())
        .onFailure()
        .recoverWithItem(failure ->
            HealthCheckResponse.named("database")
                .down()
                .withData("why", String.valueOf(failure.getMessage()))
                .build());
  }
}
