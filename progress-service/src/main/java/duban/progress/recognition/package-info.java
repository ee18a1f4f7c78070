/**
 * What a file is, told by its content and never by its word alone. A file is taken if it is of a
 * kind on the list and if its name and its declared type do not say otherwise; programs, pages that
 * could run a script and documents with macros are on no list. A file's name is made safe here too.
 */
@org.jspecify.annotations.NullMarked
package duban.progress.recognition;
