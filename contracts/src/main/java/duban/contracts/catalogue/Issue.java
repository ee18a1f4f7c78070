package duban.contracts.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin or summary as it was issued: what it was made from, and the digest of what it said, so
 * that anyone who holds a copy can prove that it is the one issued.
 *
 * @param kind "bulletin" of a month or "summary" of a year
 * @param scope GB/T 2260 code of the division it is about
 * @param period {@code 2022-06}, or {@code 2022} for a summary
 * @param number 1 for the first issue of that scope and period; a later one replaces it
 * @param asOf the day it is told for
 * @param knownAt what was recorded by then is in it
 * @param positions by ledger, the last event that is in it
 * @param digest SHA-256 of its canonical JSON, hex
 */
public record Issue(
    String kind,
    String scope,
    String period,
    int number,
    LocalDate asOf,
    Instant knownAt,
    Map<String, Position> positions,
    String digest,
    @Nullable String title) {

  /** A place in a ledger, and the hash of the chain up to there. */
  public record Position(long seq, String hash) {}
}
