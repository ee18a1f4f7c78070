/**
 * From a file to a draft that waits for its review. The file is read on threads of its own, a few
 * at a time; what it says is turned into an outline and proposals that the plan's rules take, and
 * whatever does not fit is kept beside them as a doubt. The same document gives the same draft.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.document;
