/**
 * Where a local system keeps its things: the folders below DUBAN_HOME, the seven ports in a row,
 * the few settings that a restart must remember, and the built programs that it runs.
 */
@NullMarked
package duban.local.home;

import org.jspecify.annotations.NullMarked;
