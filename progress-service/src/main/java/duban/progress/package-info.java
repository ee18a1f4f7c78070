/**
 * The progress ledgers and their intake. {@code intake} takes what districts report, {@code rules}
 * says purely what may be reported, {@code replica} keeps the published plans it is judged by, and
 * {@code ledger} keeps, shows and proves what was accepted.
 */
@org.jspecify.annotations.NullMarked
package duban.progress;
