/**
 * A rebuild of a million events, of the packaged services on a durable PostgreSQL and a real Kafka.
 * The ledgers are written straight into the owners' databases, whole chains and all; while they are
 * read again, reports are asked, events are posted and a stream is listened to.
 */
@org.jspecify.annotations.NullMarked
package duban.benchmarks.rebuild;
