package duban.progress.ledger;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a ledger is asked for.
 *
 * @param after events past this seq
 * @param limit at most so many
 */
public record PageRequest(long after, int limit) {

  private static final int DEFAULT_LIMIT = 100;

  /** Of query parameters; JAX-RS would answer 404 for one that is no number. */
  public static PageRequest of(@Nullable String after, @Nullable String limit) {
    long first = number("after", after, 0, 0);
    long most = number("limit", limit, DEFAULT_LIMIT, 1);
    return new PageRequest(first, (int) Math.min(most, Integer.MAX_VALUE - 1));
  }

  private static long number(String name, @Nullable String given, long otherwise, long least) {
    if (given == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(given);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, in the same words as a number that is too small.
    }
    throw ProblemException.of(
        ProblemType.INVALID_REQUEST,
        "参数 " + name + " 应为不小于 " + least + " 的整数。",
        "Parameter " + name + " must be an integer of " + least + " or more.");
  }
}
