/**
 * The desk at which documents are made. They take memory while they are made, and the heap is
 * small, so only a few are on the desk at a time and whoever comes beyond is told to come again.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.desk;
