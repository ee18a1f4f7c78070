/**
 * A real Kafka broker in a JVM of its own, broker and controller in one. The main class here
 * formats an empty data folder before it hands over to Kafka's own. Its settings keep it small and
 * let it come back quickly after a crash.
 */
@NullMarked
package duban.ground.kafka;

import org.jspecify.annotations.NullMarked;
