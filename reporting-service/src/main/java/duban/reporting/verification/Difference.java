package duban.reporting.verification;

import org.jspecify.annotations.Nullable;

/**
 * A stored row that is not what it should be.
 *
 * @param kind target, item, plan, scope, rollup, event, problem-step, supervision-step,
 *     event-evidence, revision, indicator, district or ledger
 * @param field what of it differs
 * @param stored as the projection has it; absent when the row is missing
 * @param expected as recomputed, or as the owner's ledger has it; absent when there should be none
 */
public record Difference(
    String kind, String key, String field, @Nullable String stored, @Nullable String expected) {}
