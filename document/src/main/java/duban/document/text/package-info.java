/**
 * The text that the rules read: one script, one width, no white space, in whole paragraphs, and for
 * each of its characters the place in the source that it came from.
 */
@org.jspecify.annotations.NullMarked
package duban.document.text;
