/**
 * The ledgers at their owners, read through the owners' API: for what Kafka did not bring, and for
 * proving that this service holds what the ledgers hold.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.owner;
