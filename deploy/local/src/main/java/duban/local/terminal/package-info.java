/**
 * What every command does at the terminal: a progress bar where a person is looking, options that
 * are read alike, and failures told in a sentence. The launcher script says which of the streams is
 * a terminal, because the JVM does not know it of each.
 */
@NullMarked
package duban.local.terminal;

import org.jspecify.annotations.NullMarked;
