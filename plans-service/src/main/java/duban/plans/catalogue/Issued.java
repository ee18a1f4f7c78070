package duban.plans.catalogue;

import duban.contracts.catalogue.Issue;
import duban.ledger.chain.Hash;
import java.time.Instant;

/**
 * A bulletin or summary that was issued.
 *
 * @param seq its place in the catalogue's ledger
 * @param hash the chain up to there, by which the issue can be proved
 */
public record Issued(Issue issue, long seq, Hash hash, Instant recordedAt, String by) {}
