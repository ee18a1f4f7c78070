package duban.reporting.change;

import duban.contracts.Text;
import duban.reporting.freshness.Freshness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a scope between two points of view; what stayed the same is not in it.
 *
 * @param scopes the scope itself and the divisions directly below it
 * @param targets by id, a page of them
 * @param events progress events of that year recorded in between, by type
 * @param plans what happened to plans in between, by ledger and position
 * @param next the cursor to give as {@code after} for more targets; absent at the end
 * @param notice that nothing differs; absent when something does
 */
public record ChangesView(
    String scope,
    int year,
    End from,
    End to,
    List<ScopeChange> scopes,
    List<RollupChange> rollups,
    List<TargetChange> targets,
    Map<String, Long> events,
    List<PlanStep> plans,
    @Nullable String next,
    @Nullable Text notice) {

  /** One of the two points of view. */
  public record End(LocalDate asOf, @Nullable Instant knownAt, Freshness freshness) {}

  /**
   * A step of a plan's life.
   *
   * @param type "plan.published", "plan.amended" or "plan.closed"
   * @param revision absent where it was closed
   */
  public record PlanStep(
      String ledger,
      long seq,
      String type,
      String plan,
      @Nullable Integer revision,
      @Nullable String reason,
      Instant recordedAt) {}
}
