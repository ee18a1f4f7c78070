/**
 * The ledger: an append-only, gap-free, hash-chained sequence of events, kept in PostgreSQL by the
 * service that owns it, relayed to Kafka, and applied elsewhere exactly once. {@code chain} says
 * what a link is, {@code append} makes links, {@code read} gives them back and proves them, {@code
 * relay} sends them on, {@code mark} is a reader's own position. Nothing here knows a word of the
 * domain.
 */
@org.jspecify.annotations.NullMarked
package duban.ledger;
