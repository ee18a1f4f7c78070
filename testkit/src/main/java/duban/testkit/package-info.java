/**
 * Real PostgreSQL, real Kafka and real tokens for tests, each started once for a test JVM and gone
 * with it, however it ends. Where a container engine answers they are containers, else child
 * processes. Crash tests take one of their own and kill it.
 */
@NullMarked
package duban.testkit;

import org.jspecify.annotations.NullMarked;
