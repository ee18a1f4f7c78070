package duban.progress.ledger;

import duban.ledger.read.Verification;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What recomputing a ledger showed.
 *
 * @param ok whether every link is what it was when appended
 * @param events links looked at
 * @param erased links of which only the body's digest is left
 * @param seq where the ledger stood
 * @param fault the first link that does not hold; absent when all do
 */
@Schema(name = "ProgressVerification")
public record VerificationView(
    @Schema(examples = "progress/320412") String ledger,
    boolean ok,
    long events,
    long erased,
    long seq,
    String hash,
    @Nullable FaultView fault) {

  /** A link that does not hold, and why. */
  public record FaultView(long seq, String why) {}

  static VerificationView of(Verification verification) {
    return new VerificationView(
        verification.head().ledger(),
        verification.fault().isEmpty(),
        verification.events(),
        verification.erased(),
        verification.head().seq(),
        verification.head().hash().hex(),
        verification.fault().map(f -> new FaultView(f.seq(), f.why())).orElse(null));
  }
}
