/**
 * From a file to its text. One reader a format, behind limits that hold whatever the file says of
 * itself; what cannot be read is told by one exception with its reason.
 */
@org.jspecify.annotations.NullMarked
package duban.document.source;
