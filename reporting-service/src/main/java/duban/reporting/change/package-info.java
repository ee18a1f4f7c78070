/**
 * What changed between two points of view, such as last month's bulletin and now. Both ends are
 * told by the same fold and compared, so nothing is kept for it and any two points will do. What
 * happened in between is counted by the ledgers' positions at either end.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.change;
