/**
 * Taking out what the system tells: lists, bulletins and summaries, to standard output or to a file
 * that is there whole or not at all.
 */
@NullMarked
package duban.local.report;

import org.jspecify.annotations.NullMarked;
