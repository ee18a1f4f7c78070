/**
 * Reporting: what the districts promised, where it stands, and what it adds up to, kept as
 * projections that move with each event. {@code intake} takes events from Kafka, {@code projection}
 * applies them in one transaction, {@code standing} and {@code rollup} are what they mean, {@code
 * feed} is the numbered stream of changes, {@code live} and {@code query} serve readers, and {@code
 * verification} proves that nothing drifted.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting;
