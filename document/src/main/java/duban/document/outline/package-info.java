/**
 * The document's skeleton: which lines make a paragraph, where the plan begins and ends in what was
 * printed or scraped around it, and which section and work item each paragraph belongs to.
 */
@org.jspecify.annotations.NullMarked
package duban.document.outline;
