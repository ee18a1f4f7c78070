/**
 * How targets add up: what one target puts into every scope above it, the difference that a change
 * makes, and the row that a sum shows. The stores beside the pure parts apply differences, each to
 * one table in one sorted statement, so that transactions that meet in a city's row wait for each
 * other and never deadlock.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.rollup;
