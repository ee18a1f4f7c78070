/**
 * Targets with the standing they were last told with, and their telling anew: each move of a target
 * becomes a difference in every sum above it. The hot path, a day's turn and a rebuild all move
 * sums by the same differences.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.targets;
