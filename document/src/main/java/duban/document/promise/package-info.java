/**
 * What the words of an item promise. Amounts are found first, with what compares them; each rule
 * then claims the words that it understands, and says how sure it is.
 */
@org.jspecify.annotations.NullMarked
package duban.document.promise;
