/**
 * Taking events from Kafka and never losing one. A batch that fails is repeated until it is
 * applied, a message that cannot be read is put aside with the reason, and what is missing is
 * fetched from the ledger's owner: Kafka's offsets are a hint, the marks in the database decide.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.intake;
