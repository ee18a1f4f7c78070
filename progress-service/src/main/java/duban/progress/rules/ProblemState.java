package duban.progress.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a problem stands in its closed loop: opened, rectified, verified, or reopened. */
enum ProblemState {
  OPENED("problem.opened"),
  RECTIFIED("problem.rectified"),
  VERIFIED("problem.verified"),
  REOPENED("problem.reopened");

  private final String step;

  ProblemState(String step) {
    this.step = step;
  }

  /** The event type that leads here. */
  String step() {
    return step;
  }

  static Optional<ProblemState> after(String type) {
    return Arrays.stream(values()).filter(state -> state.step.equals(type)).findFirst();
  }

  /** What may follow. */
  List<ProblemState> next() {
    return switch (this) {
      case OPENED, REOPENED -> List.of(RECTIFIED);
      case RECTIFIED -> List.of(VERIFIED, REOPENED);
      case VERIFIED -> List.of(REOPENED);
    };
  }
}
