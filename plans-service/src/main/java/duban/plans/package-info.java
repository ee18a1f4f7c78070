/**
 * plans-service: what the districts promise. A district writes a draft, the bureau publishes it as
 * a revision; revisions, the indicator catalogue and the district tree are facts of the ledgers
 * {@code plans/...} and reach the other services through Kafka.
 */
@org.jspecify.annotations.NullMarked
package duban.plans;
