/** Traditional characters as simplified ones, place for place. */
@org.jspecify.annotations.NullMarked
package duban.document.script;
