/**
 * Applying events. One transaction takes a whole batch: it locks the districts concerned, drops
 * what was applied before, writes the facts down, folds the targets they touch anew, and moves
 * every sum above them by the difference; the day's turn goes the same way without events.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.projection;
