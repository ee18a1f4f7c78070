/**
 * The catalogue as its ledger tells it: the indicators in force and the district tree. There is no
 * table of them, so there is nothing that could differ from the ledger after a crash; a few hundred
 * facts are folded once and then caught up with.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.catalogue;
