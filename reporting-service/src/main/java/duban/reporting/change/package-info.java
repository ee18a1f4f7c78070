/**
 * What changed between two points of view, such as last month's bulletin and now. Both ends are
 * told by the same fold and compared, so nothing is kept for it and any two points will do. What
 * happened in between is what was there at the second end and not yet at the first, by day and by
 * the ledgers' positions.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.change;
