/**
 * What a plan document says. {@code source} turns a file into its text, {@code text} the text into
 * paragraphs with a way back to every character, {@code outline} the paragraphs into sections and
 * work items, and {@code promise} the words of an item into measurable targets; each result points
 * to the words it was read from. Pure: no network, no clock, the same bytes give the same reading.
 */
@org.jspecify.annotations.NullMarked
package duban.document;
