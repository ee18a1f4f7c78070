package duban.door;

import duban.contracts.problem.ProblemType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a writer says they have seen (RFC 9110, If-Match), so that nobody overwrites unseen work.
 */
public final class Precondition {

  private static final String ANY = "*";

  private Precondition() {}

  /**
   * @param ifMatch the header's value; null when it was not sent
   * @param current the strong entity tag of what is there, quotes included
   * @throws ProblemException PRECONDITION_REQUIRED without the header, PRECONDITION_FAILED when it
   *     names another tag
   */
  public static void requireMatch(@Nullable String ifMatch, String current) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw ProblemException.of(
          ProblemType.PRECONDITION_REQUIRED,
          "修改须带 If-Match，其值取自最近一次读取的 ETag。",
          "A change needs If-Match with the ETag you last read.");
    }
    matchIfGiven(ifMatch, current);
  }

  /** As {@link #requireMatch}, for a request that may do without the header. */
  public static void matchIfGiven(@Nullable String ifMatch, String current) {
    if (ifMatch == null || ifMatch.isBlank()) {
      return;
    }
    boolean matches =
        Arrays.stream(ifMatch.split(",", -1))
            .map(String::strip)
            .anyMatch(tag -> tag.equals(ANY) || tag.equals(current));
    if (!matches) {
      throw changedMeanwhile(current);
    }
  }

  /** For a change that lost its race after the tags had been compared. */
  public static ProblemException changedMeanwhile(String current) {
    return ProblemException.of(
        ProblemType.PRECONDITION_FAILED,
        "内容已变为 " + current + "，请重新读取后再改。",
        "It is " + current + " by now; read it again before you change it.");
  }
}
