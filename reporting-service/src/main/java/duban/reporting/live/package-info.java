/**
 * Live streams. Each client has a cursor into the change feed and pulls from it as fast as it
 * reads: a slow one gets the latest of each row it missed, one too far behind begins anew with a
 * snapshot, and none is ever buffered for.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.live;
