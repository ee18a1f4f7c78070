/**
 * The launcher: a whole Duban on one machine, for a newcomer, a developer and the system's own
 * tests. It keeps everything below one folder, DUBAN_HOME, and listens on 127.0.0.1 only.
 */
@NullMarked
package duban.local;

import org.jspecify.annotations.NullMarked;
