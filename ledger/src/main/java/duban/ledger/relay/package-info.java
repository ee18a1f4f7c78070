/**
 * From the ledger to Kafka. The ledger is its own outbox: a relay reads past its mark, sends, waits
 * for every acknowledgement and only then moves the mark; so it may send twice and can never skip.
 */
@org.jspecify.annotations.NullMarked
package duban.ledger.relay;
