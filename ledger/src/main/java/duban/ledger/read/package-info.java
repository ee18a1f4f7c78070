/**
 * Reading a ledger by position, by subject and by id, and proving that nothing in it was rewritten:
 * its chain is recomputed, and the columns that no hash covers are derived from the bodies again.
 */
@org.jspecify.annotations.NullMarked
package duban.ledger.read;
