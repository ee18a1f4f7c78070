/**
 * A plan as its district published it: sections, work items and measurable targets, and the events
 * of its life.
 */
@org.jspecify.annotations.NullMarked
package duban.contracts.plan;
