/**
 * How plans-service runs, for whoever keeps the system running: the process, whether Kafka answers,
 * and how far it has what the ledgers hold. It answers while either is away, since that is when it
 * is asked.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.operations;
