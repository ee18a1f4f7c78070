package duban.reporting.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The appraisals of a year's plans, for callers that hold a transaction. */
@ApplicationScoped
public class Appraisals {

  private final SupervisionStore store;

  Appraisals(SupervisionStore store) {
    this.store = store;
  }

  /** By plan, each plan's last one first. */
  public Uni<List<Appraisal>> of(
      SqlClient client, Collection<String> districts, int year, @Nullable Instant knownAt) {
    return store
        .appraisals(client, districts, year, knownAt)
        .map(byPlan ->
            byPlan.entrySet().stream()
                .flatMap(plan -> Appraisal.of(plan.getKey(), year, plan.getValue()))
                .toList());
  }
}
