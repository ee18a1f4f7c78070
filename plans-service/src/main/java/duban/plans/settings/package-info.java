/**
 * What the municipality sets for all its districts: thresholds, due days, school terms. Every
 * wording is a fact of the catalogue's ledger, so that any past day can be told by the settings of
 * that day; until the first one, documented defaults hold as revision 0.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.settings;
