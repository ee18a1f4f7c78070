/**
 * Nothing that was read from a document is published unseen. A review holds the document's words
 * and what was read from them as proposals; people accept, edit or reject each, and the draft of
 * the plan is at any moment exactly what was decided. Deciding is pure; one transaction keeps the
 * decision, its line in the history and the draft together.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.review;
