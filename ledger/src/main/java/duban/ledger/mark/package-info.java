/**
 * A reader's own position in each ledger, kept in the same transaction as what the events change:
 * what comes twice is dropped, and before what comes too early the missing links are fetched.
 * Kafka's offsets only say where to resume.
 */
@org.jspecify.annotations.NullMarked
package duban.ledger.mark;
