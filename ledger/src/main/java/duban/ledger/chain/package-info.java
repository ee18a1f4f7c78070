/**
 * What one link of a ledger is and how it is hashed: pure, with no database in sight. The canonical
 * form is described in docs/ledger.md, so that anyone can recompute a chain without this code.
 */
@org.jspecify.annotations.NullMarked
package duban.ledger.chain;
