/**
 * The life of a plan: a draft that its district edits, revisions that the bureau publishes, and an
 * end. Only the draft is a row; revisions are facts of the district's ledger, read from there and
 * compared with the draft by digest, so no crash can leave the two at odds.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.plan;
