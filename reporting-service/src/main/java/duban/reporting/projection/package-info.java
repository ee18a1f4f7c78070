/**
 * Applying events. One transaction takes a whole batch: it locks the districts concerned, drops
 * what was applied before, writes the facts down, has the targets they touch told anew, and
 * announces what changed; the day's turn goes the same way without events.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.projection;
