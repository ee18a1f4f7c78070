/**
 * Papers as they are issued (印发): frozen word by word with the places in the ledgers that they were
 * made from and the hashes there, told to the catalogue's ledger by their digest, and provable
 * later against the owners' ledgers. What is kept here is no projection and no rebuild touches it.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.issue;
