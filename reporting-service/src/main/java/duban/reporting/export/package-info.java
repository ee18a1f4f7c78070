/**
 * Lists as files (CSV for a spreadsheet, NDJSON for a program), told as of a day and as known at a
 * moment. They are written as they are read, plan by plan or page by page, so that no list is ever
 * whole in memory.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.export;
