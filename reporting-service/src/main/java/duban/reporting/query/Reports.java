package duban.reporting.query;

import duban.contracts.Text;
import duban.reporting.catalogue.Setting;
import duban.reporting.freshness.Freshness;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.hindsight.Hindsight;
import duban.reporting.hindsight.Sums;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.question.AsOf;
import duban.reporting.question.Asked;
import duban.reporting.question.Viewpoint;
import duban.reporting.question.Viewpoints;
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

  private static final Text NOTHING =
      new Text("该年度没有相应的已发布目标。", "No published target fits in that year.");

  private final Transactions transactions;
  private final Viewpoints viewpoints;
  private final Overview overview;
  private final FreshnessStore freshness;
  private final Hindsight hindsight;

  Reports(
      Transactions transactions,
      Viewpoints viewpoints,
      Overview overview,
      FreshnessStore freshness,
      Hindsight hindsight) {
    this.transactions = transactions;
    this.viewpoints = viewpoints;
    this.overview = overview;
    this.freshness = freshness;
    this.hindsight = hindsight;
  }

  Uni<RollupsView> rollups(String scope, int year, @Nullable String indicator, AsOf asOf) {
    return inScope(
        scope,
        asOf,
        (transaction, from) ->
            Uni.combine()
                .all()
                .unis(
                    rows(transaction, scope, year, indicator, from),
                    fresh(transaction, scope, from))
                .with((found, fresh) -> rollups(scope, year, from, fresh, found)));
  }

  private Uni<List<RollupRow>> rows(
      SqlConnection transaction,
      String scope,
      int year,
      @Nullable String indicator,
      Viewpoint from) {
    return from.isPresent()
        ? overview.rollups(transaction, from.setting(), scope, year, indicator)
        : hindsight
            .scope(transaction, scope, year, from)
            .map(told -> sums(told, scope, from).rollups(indicator));
  }

  private static Sums sums(List<ToldPlan> told, String scope, Viewpoint from) {
    return Sums.of(told, from.setting().withChildren(scope), from.setting());
  }

  private static RollupsView rollups(
      String scope, int year, Viewpoint from, Freshness freshness, List<RollupRow> found) {
    Setting setting = from.setting();
    List<RollupsView.Row> rows = RollupsView.sideBySide(scope, found, setting);
    return new RollupsView(
        year,
        scope,
        setting.catalogue().name(scope, from.day()),
        setting.catalogue().nameEn(scope, from.day()),
        from.day(),
        from.knownAt(),
        freshness,
        rows,
        freshness.whyNothing(rows, NOTHING));
  }

  Uni<ScopeView> scope(String scope, int year, AsOf asOf) {
    return inScope(
        scope,
        asOf,
        (transaction, from) ->
            from.isPresent()
                ? present(transaction, scope, year, from)
                : past(transaction, scope, year, from));
  }

  private Uni<ScopeView> present(
      SqlConnection transaction, String scope, int year, Viewpoint from) {
    return Uni.combine()
        .all()
        .unis(
            overview.scopes(transaction, from.setting(), scope, year),
            overview.plans(transaction, from.setting(), scope, year),
            fresh(transaction, scope, from))
        .with((scopes, found, fresh) -> view(scopes, found, fresh, from));
  }

  private Uni<ScopeView> past(SqlConnection transaction, String scope, int year, Viewpoint from) {
    return Uni.combine()
        .all()
        .unis(hindsight.scope(transaction, scope, year, from), fresh(transaction, scope, from))
        .with((told, fresh) ->
            view(
                sums(told, scope, from).scopes(year),
                told.stream().map(ToldPlan::row).toList(),
                fresh,
                from));
  }

  private static ScopeView view(
      List<ScopeRow> scopes, List<PlanRow> found, Freshness freshness, Viewpoint from) {
    return new ScopeView(
        scopes.getFirst(),
        from.day(),
        from.knownAt(),
        freshness,
        scopes.subList(1, scopes.size()),
        found,
        freshness.whyNothing(found, NOTHING));
  }

  private Uni<Freshness> fresh(SqlConnection transaction, String scope, Viewpoint from) {
    return freshness.of(transaction, from.setting().within(scope), from.knownAt());
  }

  /** Refuses a scope that the tree does not know, once there is a tree. */
  private <T> Uni<T> inScope(
      String scope, AsOf asOf, BiFunction<SqlConnection, Viewpoint, Uni<T>> report) {
    return transactions.snapshot(transaction ->
        viewpoints
            .of(transaction, asOf)
            .chain(from ->
                from.setting().knows(scope)
                    ? report.apply(transaction, from)
                    : Uni.createFrom().failure(Asked.unknownScope(scope))));
  }
}
