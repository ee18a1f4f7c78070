package duban.reporting.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duban.contracts.Text;
import duban.reporting.freshness.Freshness;
import duban.reporting.rollup.PlanRow;
import duban.reporting.rollup.ScopeRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a scope stands: its lights, those of the divisions directly below, and of every plan in it.
 *
 * @param notice why there is nothing; absent when there is
 */
public record ScopeView(
    @JsonUnwrapped ScopeRow total,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Freshness freshness,
    List<ScopeRow> scopes,
    List<PlanRow> plans,
    @Nullable Text notice) {}
