/**
 * A PDF's text layer, a line for each printed line. The library unpacks streams into memory and
 * looks for fonts on the machine; here it reads through a guard and knows one font.
 */
@org.jspecify.annotations.NullMarked
package duban.document.source.pdf;
