/**
 * The workbook in which a district fills in its progress: a row a target, with what is known
 * already shown, and only the cells open that the target's kind takes. progress-service reads back
 * exactly this layout, by the machine keys of its hidden second row.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.template;
