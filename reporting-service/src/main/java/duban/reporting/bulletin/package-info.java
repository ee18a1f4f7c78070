/**
 * What a month's bulletin (月通报) and a year's summary (工作总结) say. They are composed of plans that
 * were told as of a day and as known at a moment, and of nothing else, so that the same two points
 * in time always give the same words. Every figure names its target and the place in the ledger
 * that it can be traced by.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.bulletin;
