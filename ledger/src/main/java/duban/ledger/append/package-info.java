/**
 * Appending. {@code Planner} decides, purely, what a group of requests does to a ledger; {@code
 * Ledger} queues requests per ledger and commits each group in one transaction; {@code AppendStore}
 * is the SQL.
 */
@org.jspecify.annotations.NullMarked
package duban.ledger.append;
