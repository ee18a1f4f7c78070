/**
 * A copy of the published plans, so that events are judged without asking anyone. It follows
 * plans-service's ledgers through Kafka with a mark of its own, fetches from the owner what Kafka
 * did not bring, and asks the owner before something is called unknown.
 */
@org.jspecify.annotations.NullMarked
package duban.progress.replica;
