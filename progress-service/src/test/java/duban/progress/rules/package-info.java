/** The rules as tables: what goes in, and what is said to it. */
package duban.progress.rules;
