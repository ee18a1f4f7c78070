package duban.reporting.change;

import duban.contracts.Text;
import duban.reporting.change.ChangesView.End;
import duban.reporting.freshness.Freshness;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.hindsight.Hindsight;
import duban.reporting.hindsight.Sums;
import duban.reporting.hindsight.Told;
import duban.reporting.hindsight.ToldPlan;
import duban.reporting.question.AsOf;
import duban.reporting.question.Asked;
import duban.reporting.question.Viewpoint;
import duban.reporting.question.Viewpoints;
import duban.reporting.rollup.RollupRow;
import duban.reporting.rollup.ScopeRow;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a scope from two points of view and what differs. */
@ApplicationScoped
class Changes {

  private static final Text NOTHING = new Text("两个时点之间没有变化。", "Nothing differs between the two.");

  private final Transactions transactions;
  private final Viewpoints viewpoints;
  private final Hindsight hindsight;
  private final FreshnessStore freshness;
  private final BetweenStore between;

  Changes(
      Transactions transactions,
      Viewpoints viewpoints,
      Hindsight hindsight,
      FreshnessStore freshness,
      BetweenStore between) {
    this.transactions = transactions;
    this.viewpoints = viewpoints;
    this.hindsight = hindsight;
    this.freshness = freshness;
    this.between = between;
  }

  /** A page of changed targets: up to {@code limit} past an id. */
  record Page(String after, int limit) {}

  private record Side(Viewpoint from, List<ToldPlan> plans, Freshness fresh) {

    End end() {
      return new End(from.day(), from.knownAt(), fresh);
    }

    Sums sums(String scope) {
      return Sums.of(plans, from.setting().withChildren(scope), from.setting());
    }

    Map<String, Told> targets() {
      return byKey(
          plans.stream().flatMap(plan -> plan.targets().stream()).toList(),
          told -> told.place().target());
    }
  }

  Uni<ChangesView> between(String scope, int year, AsOf from, AsOf to, Page page) {
    return transactions.snapshot(transaction ->
        side(transaction, scope, year, from)
            .chain(before ->
                side(transaction, scope, year, to)
                    .chain(after -> view(transaction, scope, year, before, after, page))));
  }

  private Uni<Side> side(SqlConnection transaction, String scope, int year, AsOf asOf) {
    return viewpoints
        .of(transaction, asOf)
        .chain(from -> {
          if (!from.setting().knows(scope)) {
            return Uni.createFrom().failure(Asked.unknownScope(scope));
          }
          List<String> districts = from.setting().within(scope);
          return Uni.combine()
              .all()
              .unis(
                  hindsight.scope(transaction, scope, year, from),
                  freshness.of(transaction, districts, from.knownAt()))
              .with((told, fresh) -> new Side(from, told, fresh));
        });
  }

  private Uni<ChangesView> view(
      SqlConnection transaction, String scope, int year, Side before, Side after, Page page) {
    Map<String, Long> from = before.fresh().positions();
    Map<String, Long> to = after.fresh().positions();
    List<TargetChange> targets = changes(before.targets(), after.targets(), TargetChange::of);
    List<TargetChange> rest =
        targets.stream().filter(one -> one.target().compareTo(page.after()) > 0).toList();
    List<TargetChange> shown = rest.subList(0, Math.min(page.limit(), rest.size()));
    String next = rest.size() > shown.size() ? shown.getLast().target() : null;
    return Uni.combine()
        .all()
        .unis(
            between.events(transaction, from, to, before.from().day(), after.from().day(), year),
            between.plans(transaction, from, to, year))
        .with((events, plans) -> {
          List<ScopeChange> scopes = scopes(before.sums(scope), after.sums(scope), year);
          boolean same =
              scopes.isEmpty() && targets.isEmpty() && events.isEmpty() && plans.isEmpty();
          return new ChangesView(
              scope,
              year,
              before.end(),
              after.end(),
              scopes,
              rollups(before.sums(scope), after.sums(scope)),
              shown,
              events,
              plans,
              next,
              same ? NOTHING : null);
        });
  }

  private static List<ScopeChange> scopes(Sums before, Sums after, int year) {
    return changes(
        byKey(before.scopes(year), ScopeRow::scope),
        byKey(after.scopes(year), ScopeRow::scope),
        ScopeChange::of);
  }

  private static List<RollupChange> rollups(Sums before, Sums after) {
    Function<RollupRow, String> key = row -> row.indicator() + "/" + row.scope();
    return changes(
        byKey(before.rollups(null), key), byKey(after.rollups(null), key), RollupChange::of);
  }

  private static <T> Map<String, T> byKey(Collection<T> all, Function<T, String> key) {
    return all.stream()
        .collect(Collectors.toMap(key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private static <T, C> List<C> changes(
      Map<String, T> before,
      Map<String, T> after,
      BiFunction<@Nullable T, @Nullable T, Optional<C>> compare) {
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys.stream()
        .flatMap(key -> compare.apply(before.get(key), after.get(key)).stream())
        .toList();
  }
}
