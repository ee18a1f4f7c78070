/**
 * The commands of {@code ./duban}, one class each: they read the command line, do one thing and say
 * what came of it. Exit codes: 0 done, 1 failed, 2 wrong usage.
 */
@NullMarked
package duban.local.command;

import org.jspecify.annotations.NullMarked;
