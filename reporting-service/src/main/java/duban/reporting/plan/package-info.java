/**
 * Plans as they were published: every revision with its words, and the outline of the latest. A
 * plan's event is read here and written down here; what its targets have reached is no business of
 * this room.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.plan;
