package duban.reporting.live;

import duban.reporting.event.EventRow;
import duban.reporting.freshness.Freshness;
import duban.reporting.rollup.PlanRow;
import duban.reporting.rollup.RollupRow;
import duban.reporting.rollup.ScopeRow;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything a client needs to begin with; the changes after {@code feed} keep it up to date.
 *
 * @param rollups of the scope and of the divisions directly below it
 * @param scopes lights of the scope and of the divisions directly below it
 * @param plans of every district in the scope
 * @param events the last ones, the newest first
 */
record Snapshot(
    long feed,
    String scope,
    int year,
    LocalDate today,
    Freshness freshness,
    List<RollupRow> rollups,
    List<ScopeRow> scopes,
    List<PlanRow> plans,
    List<EventRow> events) {}
