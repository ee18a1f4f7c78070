/**
 * Bulletins and summaries that were issued. What one says lives with the reports; here stands as a
 * fact of the catalogue's ledger what it was made from and the digest of its words, so that whoever
 * holds a copy can prove it. Issues of one scope and period are numbered without a gap.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.issue;
