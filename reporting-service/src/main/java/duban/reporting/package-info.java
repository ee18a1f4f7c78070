/**
 * Reporting: what the districts promised, where it stands, and what it adds up to, kept as
 * projections that move with each event. {@code intake} takes events from Kafka and {@code
 * projection} applies them in one transaction: {@code plan} and {@code event} keep what was said,
 * {@code promise}, {@code standing} and {@code rollup} are what it means, {@code target} moves the
 * sums, {@code feed} numbers the changes. {@code live} and {@code query} serve readers, {@code
 * hindsight} those who look back, and {@code verification} proves that nothing drifted.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting;
