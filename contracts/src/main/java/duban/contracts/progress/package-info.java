/**
 * What a district reports: one record for each event type, exactly as the API and the ledger carry
 * it.
 */
@org.jspecify.annotations.NullMarked
package duban.contracts.progress;
