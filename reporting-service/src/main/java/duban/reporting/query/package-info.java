/**
 * Reports: rollups, standings of scopes, plans and targets, and the last events. Without more they
 * are read from the projections as they stand; as of a day or as known at a moment hindsight tells
 * them.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.query;
