/**
 * The catalogue as its ledger tells it: settings, indicators, programmes, the dated district tree
 * and what was issued. There is no table of them, so there is nothing that could differ from the
 * ledger after a crash; a few hundred facts are folded once and then caught up with. Whatever is
 * worded more than once is numbered, and the number decides who was first.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.catalogue;
