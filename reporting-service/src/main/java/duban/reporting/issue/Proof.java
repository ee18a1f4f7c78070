package duban.reporting.issue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether an issued paper still stands.
 *
 * @param proved whether everything below holds
 * @param digestFits whether the kept content is the one that the digest was made of
 * @param places the ledgers at their owners, place by place
 * @param recorded the event that says it was issued; absent when its place is not known
 * @param sameToday whether telling it anew for the same day and moment gives the same words
 * @param differences where it does not, by JSON pointers; at most fifty
 */
record Proof(
    String kind,
    String scope,
    String period,
    int number,
    String digest,
    boolean proved,
    boolean digestFits,
    List<Place> places,
    @Nullable Recorded recorded,
    boolean sameToday,
    List<Difference> differences) {

  /**
   * @param found the hash in the owner's ledger now; absent when the ledger does not reach so far
   */
  record Place(String ledger, long seq, String hash, @Nullable String found, boolean holds) {}

  record Recorded(String ledger, long seq, boolean holds) {}

  @Schema(name = "ProofDifference")
  record Difference(String pointer, @Nullable JsonNode issued, @Nullable JsonNode now) {}
}
