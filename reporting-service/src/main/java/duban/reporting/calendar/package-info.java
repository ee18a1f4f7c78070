/**
 * The day that every standing is told for. It is the real day of the plans' zone, unless the whole
 * system was started with a day of its own, which can then be moved.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.calendar;
