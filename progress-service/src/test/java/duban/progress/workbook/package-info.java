/** Handing in the district's workbook: what its rows become, what is refused, what comes back. */
package duban.progress.workbook;
