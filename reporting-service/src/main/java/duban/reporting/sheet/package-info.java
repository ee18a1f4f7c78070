/**
 * Papers as workbooks: one sheet a view, real numbers and dates, frozen headings. No cell is ever a
 * formula, whatever a district wrote.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.sheet;
