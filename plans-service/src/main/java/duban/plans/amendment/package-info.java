/**
 * What a revision of a plan changed against another: items and targets that came, went or read
 * otherwise, each field with what it said before and after. Both revisions come from the ledger, so
 * the answer is the same for ever.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.amendment;
