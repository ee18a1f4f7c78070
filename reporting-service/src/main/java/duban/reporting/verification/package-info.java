/**
 * Proof that nothing drifted: every standing is folded again from all of its observations, every
 * count and rollup is added up again, and every event, with what other rooms keep of it, is
 * compared with its owner's ledger, whose chain is recomputed on the way. It runs beside the
 * service, in memory that does not grow with the data.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.verification;
