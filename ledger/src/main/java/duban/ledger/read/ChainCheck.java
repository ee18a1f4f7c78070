package duban.ledger.read;

import duban.ledger.chain.Chain;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.Verification.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Recomputes a chain link by link; pure, and in memory that does not grow with the ledger. */
final class ChainCheck {

  private long seq;
  private Hash hash = Hash.ZERO;
  private Instant recordedAt = Instant.EPOCH;
  private long erased;
  private Optional<Fault> fault = Optional.empty();

  /** Whether the link holds; behind one that does not, none is looked at. */
  boolean accept(LedgerEvent link) {
    if (fault.isPresent()) {
      return false;
    }
    fault = faultOf(link).map(why -> new Fault(link.seq(), why));
    seq++;
    hash = link.hash();
    recordedAt = link.recordedAt();
    erased += link.body() == null ? 1 : 0;
    return fault.isEmpty();
  }

  private Optional<String> faultOf(LedgerEvent link) {
    if (link.seq() != seq + 1) {
      return Optional.of("a link is missing: expected seq " + (seq + 1));
    }
    if (link.recordedAt().isBefore(recordedAt)) {
      return Optional.of("recorded before the link in front of it");
    }
    if (link.body() != null && !digestOf(link.body()).equals(link.bodyDigest())) {
      return Optional.of("the body is not the one that was appended");
    }
    Hash expected =
        Chain.link(hash, link.seq(), link.id(), link.type(), link.recordedAt(), link.bodyDigest());
    return expected.equals(link.hash())
        ? Optional.empty()
        : Optional.of("the hash does not follow from the link");
  }

  private static Hash digestOf(String body) {
    return Hash.sha256(body.getBytes(StandardCharsets.UTF_8));
  }

  long seq() {
    return seq;
  }

  long erased() {
    return erased;
  }

  boolean faulty() {
    return fault.isPresent();
  }

  /** The result, once every link up to {@code head} was accepted. */
  Verification conclude(LedgerHead head) {
    Optional<Fault> found =
        fault.or(() ->
            seq == head.seq() && hash.equals(head.hash())
                ? Optional.empty()
                : Optional.of(
                    new Fault(seq + 1, "the ledger ends before its head, at seq " + seq)));
    return new Verification(head, seq, erased, found);
  }
}
