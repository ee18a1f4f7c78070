/**
 * Word's two formats. What Word prints and does not store is put back: the numbers of numbered
 * paragraphs; what it stores and does not print is left out: deleted words, field codes.
 */
@org.jspecify.annotations.NullMarked
package duban.document.source.word;
