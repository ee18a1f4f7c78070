/**
 * A real PostgreSQL from its published binaries, as an ordinary child process. The binaries are
 * unpacked once for each user; a data folder is made once and then only started. Whoever starts the
 * command owns the process: a test for a while, the launcher with its supervision.
 */
@NullMarked
package duban.ground.postgres;

import org.jspecify.annotations.NullMarked;
