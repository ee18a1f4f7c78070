package duban.ledger.letter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What became of a message that was taken again. */
public enum Outcome {
  /** It could be read, was the ledger's next link, and is applied now. */
  APPLIED("applied"),
  /** The ledger had gone past it; nothing was to be done. */
  PASSED("passed"),
  /** It still cannot be read, and its ledger was fetched from the owner up to its head. */
  FETCHED("fetched"),
  /** It belongs to no ledger, so no ledger can miss it. */
  STRAY("stray"),
  /** Its ledger still waits for it; to be tried again. */
  WAITING("waiting");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }

  /** Whether nothing is missing any more. */
  public boolean settles() {
    return this != WAITING;
  }

  static Optional<Outcome> of(String word) {
    return Arrays.stream(values()).filter(outcome -> outcome.word.equals(word)).findFirst();
  }
}
