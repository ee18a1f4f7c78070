/**
 * How fast a ledger appends, beside what PostgreSQL does with the same rows and no ledger. Rounds
 * alternate, so that a machine that slows down slows both; every append is checked afterwards.
 */
@org.jspecify.annotations.NullMarked
package duban.benchmarks.ledger;
