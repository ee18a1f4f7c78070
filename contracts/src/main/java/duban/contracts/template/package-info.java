/**
 * The workbook that a district fills in, as far as its writer and its reader must agree:
 * reporting-service writes it, progress-service reads it back. Columns are found by their keys and
 * never by their headings, which are for people.
 */
@org.jspecify.annotations.NullMarked
package duban.contracts.template;
