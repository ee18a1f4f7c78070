/**
 * How reporting-service runs, for whoever keeps the system running: the process, Kafka, the intake,
 * the streams, the webhooks, and the messages that it put aside. It answers while one of them is
 * away, since that is when it is asked.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.operations;
