/** How lists of records become columns of one statement, and how a transaction is opened. */
@org.jspecify.annotations.NullMarked
package duban.reporting.store;
