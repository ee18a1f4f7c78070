package duban.reporting.supervision;

import duban.reporting.calendar.Recorded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
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

  /** Those given on days up to one, by plan, each plan's last one first. */
  public Uni<List<Appraisal>> of(
      SqlClient client,
      Collection<String> districts,
      int year,
      LocalDate day,
      @Nullable Instant knownAt) {
    return store
        .appraisals(client, districts, year, Recorded.by(day, knownAt))
        .map(byPlan ->
            byPlan.entrySet().stream()
                .flatMap(plan -> Appraisal.of(plan.getKey(), year, plan.getValue()))
                .toList());
  }
}
