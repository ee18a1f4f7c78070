package duban.reporting.query;

import duban.contracts.Text;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.projection.PlanStore;
import duban.reporting.projection.Projection;
import duban.reporting.projection.Setting;
import duban.reporting.rollup.PlanRow;
import duban.reporting.rollup.RollupRow;
import duban.reporting.rollup.ScopeRow;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The reports on a scope, each read at one moment of the database. */
@ApplicationScoped
class Reports {

  private final Transactions transactions;
  private final Projection projection;
  private final Overview overview;
  private final PlanStore plans;
  private final Hindsight hindsight;

  Reports(
      Transactions transactions,
      Projection projection,
      Overview overview,
      PlanStore plans,
      Hindsight hindsight) {
    this.transactions = transactions;
    this.projection = projection;
    this.overview = overview;
    this.plans = plans;
    this.hindsight = hindsight;
  }

  Uni<RollupsView> rollups(String scope, int year, @Nullable String indicator, AsOf asOf) {
    return inScope(
        scope,
        (transaction, now) -> {
          Setting setting = asOf.in(now);
          Uni<List<RollupRow>> rows =
              asOf.isNow(now)
                  ? overview.rollups(transaction, setting, scope, year, indicator)
                  : sums(transaction, setting, scope, year, asOf)
                      .map(sums -> sums.rollups(indicator));
          return rows.chain(found ->
              overview
                  .freshness(transaction, setting.within(scope))
                  .map(freshness -> rollups(scope, year, asOf, setting, freshness, found)));
        });
  }

  private static RollupsView rollups(
      String scope,
      int year,
      AsOf asOf,
      Setting setting,
      Freshness freshness,
      List<RollupRow> found) {
    List<RollupsView.Row> rows = RollupsView.sideBySide(scope, found);
    return new RollupsView(
        year,
        scope,
        setting.catalogue().name(scope, setting.today()),
        setting.catalogue().nameEn(scope, setting.today()),
        setting.today(),
        asOf.knownAt(),
        freshness,
        rows,
        rows.isEmpty() ? nothing(freshness) : null);
  }

  Uni<ScopeView> scope(String scope, int year, AsOf asOf) {
    return inScope(
        scope,
        (transaction, now) -> {
          Setting setting = asOf.in(now);
          return asOf.isNow(now)
              ? present(transaction, setting, scope, year, asOf)
              : past(transaction, setting, scope, year, asOf);
        });
  }

  private Uni<ScopeView> present(
      SqlConnection transaction, Setting setting, String scope, int year, AsOf asOf) {
    return Uni.combine()
        .all()
        .unis(
            overview.scopes(transaction, setting, scope, year),
            overview.plans(transaction, setting, scope, year),
            overview.freshness(transaction, setting.within(scope)))
        .with((scopes, found, freshness) -> view(scopes, found, freshness, setting, asOf));
  }

  private Uni<ScopeView> past(
      SqlConnection transaction, Setting setting, String scope, int year, AsOf asOf) {
    return told(transaction, setting, scope, year, asOf)
        .chain(told ->
            overview
                .freshness(transaction, setting.within(scope))
                .map(freshness ->
                    view(
                        Sums.of(told, setting.withChildren(scope), setting).scopes(year),
                        told.stream().map(ToldPlan::row).toList(),
                        freshness,
                        setting,
                        asOf)));
  }

  private static ScopeView view(
      List<ScopeRow> scopes, List<PlanRow> found, Freshness freshness, Setting setting, AsOf asOf) {
    return new ScopeView(
        scopes.getFirst(),
        setting.today(),
        asOf.knownAt(),
        freshness,
        scopes.subList(1, scopes.size()),
        found,
        found.isEmpty() ? nothing(freshness) : null);
  }

  private Uni<Sums> sums(
      SqlConnection transaction, Setting setting, String scope, int year, AsOf asOf) {
    return told(transaction, setting, scope, year, asOf)
        .map(told -> Sums.of(told, setting.withChildren(scope), setting));
  }

  private Uni<List<ToldPlan>> told(
      SqlConnection transaction, Setting setting, String scope, int year, AsOf asOf) {
    return plans
        .plansOf(transaction, setting.within(scope), year)
        .chain(found -> hindsight.plans(transaction, found, asOf, setting));
  }

  /** An answer without rows says why it has none. */
  private static Text nothing(Freshness freshness) {
    return freshness.positions().isEmpty()
        ? new Text("尚未收到该范围的任何计划或进展。", "Nothing has been received of this scope yet.")
        : new Text("该年度没有相应的已发布目标。", "No published target fits in that year.");
  }

  /** Refuses a scope that the tree does not know, once there is a tree. */
  private <T> Uni<T> inScope(String scope, BiFunction<SqlConnection, Setting, Uni<T>> report) {
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction)
            .chain(setting -> {
              if (!setting.knows(scope)) {
                return Uni.createFrom().failure(unknown(scope));
              }
              return report.apply(transaction, setting);
            }));
  }

  private static ProblemException unknown(String scope) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "没有区划 " + scope + "。", "There is no division " + scope + ".");
  }
}
