package duban.reporting.hindsight;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.reporting.catalogue.Setting;
import duban.reporting.rollup.Contribution;
import duban.reporting.rollup.Peak;
import duban.reporting.rollup.Peak.Candidate;
import duban.reporting.rollup.Rollup;
import duban.reporting.rollup.RollupKey;
import duban.reporting.rollup.RollupRow;
import duban.reporting.rollup.ScopeRow;
import duban.reporting.standing.LightCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds up told plans for some scopes: what the stored rollups hold for today, made from nothing.
 */
public final class Sums {

  private final Setting setting;
  private final List<String> scopes;
  private final Map<RollupKey, List<Told>> byRollup = new TreeMap<>();
  private final Map<String, LightCounts> byScope = new TreeMap<>();

  private Sums(Setting setting, List<String> scopes) {
    this.setting = setting;
    this.scopes = scopes;
  }

  public static Sums of(List<ToldPlan> plans, List<String> scopes, Setting setting) {
    Sums sums = new Sums(setting, scopes);
    plans.stream().flatMap(plan -> plan.targets().stream()).forEach(sums::add);
    return sums;
  }

  private void add(Told told) {
    for (String scope : setting.scopesOf(told.place().district())) {
      if (!scopes.contains(scope)) {
        continue;
      }
      byScope.merge(scope, told.counts(), LightCounts::plus);
      String indicator = told.definition().target().indicator();
      if (indicator != null) {
        RollupKey key = new RollupKey(scope, told.place().year(), indicator);
        byRollup.computeIfAbsent(key, k -> new ArrayList<>()).add(told);
      }
    }
  }

  /** By indicator and scope. */
  public List<RollupRow> rollups(@Nullable String indicator) {
    return byRollup.entrySet().stream()
        .filter(entry -> indicator == null || indicator.equals(entry.getKey().indicator()))
        .sorted(
            Comparator.comparing(
                    (Map.Entry<RollupKey, List<Told>> entry) -> entry.getKey().indicator())
                .thenComparing(entry -> entry.getKey().scope()))
        .map(entry -> rollup(entry.getKey(), entry.getValue()))
        .map(rollup -> RollupRow.of(rollup, setting.catalogue(), setting.today()))
        .toList();
  }

  private Rollup rollup(RollupKey key, List<Told> targets) {
    Contribution sum =
        targets.stream().map(Told::contribution).reduce(Contribution.ZERO, Contribution::plus);
    Indicator indicator = setting.catalogue().indicator(key.indicator());
    Aggregation aggregation = indicator == null ? Aggregation.NONE : indicator.aggregation();
    List<Candidate> candidates = targets.stream().map(Told::candidate).toList();
    Instant reportedAt =
        targets.stream()
            .map(told -> told.standing().reportedAt())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Rollup(key, sum, Peak.of(aggregation, candidates), reportedAt, null);
  }

  /** In the order of the scopes asked for. */
  public List<ScopeRow> scopes(int year) {
    return Listed.of(
        scopes.stream()
            .map(scope ->
                ScopeRow.of(
                    scope,
                    year,
                    byScope.getOrDefault(scope, LightCounts.ZERO),
                    setting.catalogue(),
                    setting.today()))
            .toList(),
        setting);
  }
}
