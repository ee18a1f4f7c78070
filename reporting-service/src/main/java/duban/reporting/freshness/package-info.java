/**
 * How fresh an answer is: the ledger positions it includes and when the last of them was recorded.
 * Whoever must see their own write names its position, and the answer waits for it, bounded.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.freshness;
