/**
 * What the districts said, an event a row: read out of its link, written down with what took it
 * back, judged or explained it, and found again as a client sees it or as a fold needs it. What was
 * known at a moment is decided here, for every reader alike.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.event;
