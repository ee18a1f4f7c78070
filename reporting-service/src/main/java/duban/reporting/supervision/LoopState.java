package duban.reporting.supervision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a work item has come in its loop. */
public enum LoopState {
  /** Published; nobody has taken it on yet. */
  ASSIGNED,
  ACCEPTED,
  /** Done as its unit says, who asks for it to be closed. */
  COMPLETED,
  CONFIRMED,
  RETURNED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LoopState> ofWord(String word) {
    return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
  }

  /** The state after steps in the ledger's order. */
  static LoopState after(List<LoopStep> steps) {
    LoopState state = ASSIGNED;
    for (LoopStep step : steps) {
      state = state.after(step.kind());
    }
    return state;
  }

  private LoopState after(LoopStep.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> ACCEPTED;
      case COMPLETED -> COMPLETED;
      case CONFIRMED -> CONFIRMED;
      case RETURNED -> RETURNED;
      case REMINDED, URGED, APPRAISED -> this;
    };
  }
}
