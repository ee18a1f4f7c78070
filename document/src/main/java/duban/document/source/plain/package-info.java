/** Bytes without any markup: which character set they are in, and their characters. */
@org.jspecify.annotations.NullMarked
package duban.document.source.plain;
