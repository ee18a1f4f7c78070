/**
 * The projections made anew from the ledgers, beside the running ones, while reports and streams go
 * on. A rebuild reads every ledger whole from its owner into tables that nobody reads yet, tells
 * all standings once, catches up, compares, and takes the old tables' place between two reports. A
 * version of the code that finds no tables of its own does this by itself at its first start.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.rebuild;
