package duban.reporting.intake;

import duban.ledger.mark.Sifted.Gap;

/** What is missing in a ledger is not at its owner either, or not yet. */
final class GapRemains extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GapRemains(Gap gap) {
    super(
        "the owner has not given %s past %d, and %d has come"
            .formatted(gap.ledger(), gap.after(), gap.before()));
  }
}
