/**
 * Reading a ledger by position, by subject and by id, and proving that nothing in it was rewritten.
 */
@org.jspecify.annotations.NullMarked
package duban.ledger.read;
