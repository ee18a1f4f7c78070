/**
 * How a decision of this service becomes a fact that others see: appended to a ledger, relayed to
 * the topic {@code duban.plans}, readable and provable over HTTP. Whether a fact may follow upon
 * those before it is decided here, inside the append, so that of two publishers only one wins.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.publication;
