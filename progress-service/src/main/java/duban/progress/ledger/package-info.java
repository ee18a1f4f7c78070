/**
 * The service's own ledgers: made ready at start and closed in order at shutdown, with their relay
 * to Kafka; shown by position and by target, proved link by link, and watched by meters.
 */
@org.jspecify.annotations.NullMarked
package duban.progress.ledger;
