/**
 * How progress-service runs, for whoever keeps the system running: the process, Kafka, the relay,
 * the copy of the plans, and the messages that it put aside. It answers while one of them is away,
 * since that is when it is asked.
 */
@org.jspecify.annotations.NullMarked
package duban.progress.operations;
