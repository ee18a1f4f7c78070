package duban.reporting.query;

import duban.reporting.catalogue.Setting;
import duban.reporting.freshness.Freshness;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.hindsight.Listed;
import duban.reporting.plan.PlanStore;
import duban.reporting.rollup.CountKey;
import duban.reporting.rollup.CountStore;
import duban.reporting.rollup.CountStore.Counted;
import duban.reporting.rollup.PlanRow;
import duban.reporting.rollup.RollupRow;
import duban.reporting.rollup.RollupStore;
import duban.reporting.rollup.ScopeRow;
import duban.reporting.standing.LightCounts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The projections of a scope as they stand. */
@ApplicationScoped
public class Overview {

  private final RollupStore rollups;
  private final CountStore counts;
  private final PlanStore plans;
  private final FreshnessStore freshness;

  Overview(RollupStore rollups, CountStore counts, PlanStore plans, FreshnessStore freshness) {
    this.rollups = rollups;
    this.counts = counts;
    this.plans = plans;
    this.freshness = freshness;
  }

  public Uni<Freshness> freshness(SqlClient client, Collection<String> districts) {
    return freshness.of(client, districts);
  }

  /** Of the scope and of the divisions directly below it, by indicator and scope. */
  public Uni<List<RollupRow>> rollups(
      SqlClient client, Setting setting, String scope, int year, @Nullable String indicator) {
    return rollups
        .of(client, setting.withChildren(scope), year, indicator)
        .map(found ->
            found.stream()
                .map(rollup -> RollupRow.of(rollup, setting.catalogue(), setting.today()))
                .toList());
  }

  /** The scope first, then the divisions directly below it that are {@link Listed}. */
  public Uni<List<ScopeRow>> scopes(SqlClient client, Setting setting, String scope, int year) {
    List<String> codes = setting.withChildren(scope);
    return counts
        .of(client, CountKey.Kind.SCOPE, codes, year)
        .map(Overview::byKey)
        .map(found ->
            Listed.of(
                codes.stream()
                    .map(code ->
                        ScopeRow.of(
                            code,
                            year,
                            found.getOrDefault(code, LightCounts.ZERO),
                            setting.catalogue(),
                            setting.today()))
                    .toList(),
                setting));
  }

  /** The plans of every district in the scope. */
  public Uni<List<PlanRow>> plans(SqlClient client, Setting setting, String scope, int year) {
    return plans
        .plansOf(client, setting.within(scope), year)
        .chain(found -> counted(client, found, year));
  }

  private Uni<List<PlanRow>> counted(SqlClient client, List<PlanRow> found, int year) {
    List<String> ids = found.stream().map(PlanRow::plan).toList();
    return counts
        .of(client, CountKey.Kind.PLAN, ids, year)
        .map(Overview::byKey)
        .map(lights ->
            found.stream()
                .map(plan -> plan.with(lights.getOrDefault(plan.plan(), LightCounts.ZERO)))
                .toList());
  }

  private static Map<String, LightCounts> byKey(List<Counted> counted) {
    return counted.stream().collect(Collectors.toMap(row -> row.key().key(), Counted::counts));
  }
}
