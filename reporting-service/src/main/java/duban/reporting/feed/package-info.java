/**
 * The change feed: what every transaction changed, as rows with numbers that become visible in
 * order. A reader keeps the last number it saw and is told when there are newer ones.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.feed;
