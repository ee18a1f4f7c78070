package duban.ledger.letter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether anything may be missing for want of a message. */
public enum State {
  /** It may be: its ledger waits for it, or it cannot be told which of its links it was. */
  OPEN("open"),
  /** The reader has applied the ledger beyond it. */
  PASSED("passed"),
  /** It was taken again, and nothing is missing. */
  REDRIVEN("redriven");

  private final String word;

  State(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }

  static State of(@Nullable Long seq, @Nullable Long mark, List<Redrive> redriven) {
    if (redriven.stream().anyMatch(redrive -> redrive.outcome().settles())) {
      return REDRIVEN;
    }
    return seq != null && mark != null && mark >= seq ? PASSED : OPEN;
  }
}
