package duban.progress.intake;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller believes the ledger to stand: what they decided by reading it must not be appended
 * behind an event they have not seen.
 */
public final class ExpectedSeq {

  public static final String HEADER = "Duban-Expected-Seq";

  private ExpectedSeq() {}

  /**
   * @param given the header's value; null when there is none
   */
  static OptionalLong of(@Nullable String given) {
    if (given == null) {
      return OptionalLong.empty();
    }
    if (!given.matches("[0-9]{1,18}")) {
      throw refused("应为台账的一个序号（seq）。", "must be a seq of the ledger.");
    }
    return OptionalLong.of(Long.parseLong(given));
  }

  /** The lines of a batch stand each for itself, so there is no position that all could share. */
  public static void refuseForBatch(@Nullable String given) {
    if (given != null) {
      throw refused("不能与逐行批量同用。", "does not go with a batch of lines.");
    }
  }

  static Problem elsewhere(long actualSeq) {
    return Problem.of(
        ProblemType.UNEXPECTED_POSITION,
        "台账现在位于 " + actualSeq + "，请读过新的事件后再报。",
        "The ledger stands at " + actualSeq + "; read what is new and post again.");
  }

  private static ProblemException refused(String zh, String en) {
    return ProblemException.of(ProblemType.INVALID_REQUEST, HEADER + " " + zh, HEADER + " " + en);
  }
}
