/**
 * Supervision of child processes: each part is started, asked until it is ready, and started again
 * with growing pauses when it dies. What runs is written to DUBAN_HOME/run, so that other commands,
 * and a launcher after one that was killed, know the processes.
 */
@NullMarked
package duban.local.process;

import org.jspecify.annotations.NullMarked;
