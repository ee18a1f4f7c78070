/**
 * The parts of a local system: PostgreSQL, Kafka, three services and the gateway. Each says how it
 * is started, with which environment, and when it is ready.
 */
@NullMarked
package duban.local.part;

import org.jspecify.annotations.NullMarked;
