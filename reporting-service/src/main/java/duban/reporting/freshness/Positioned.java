package duban.reporting.freshness;

import duban.contracts.DistrictCode;
import duban.contracts.Ledgers;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The positions that an answer must include: {@code 320412:8123, 320481:55}. */
record Positioned(Map<String, Long> ledgers) {

  private static final int MOST = 20;

  /** A bare code means the district's progress; a ledger may be written whole too. */
  private static final Pattern ONE =
      Pattern.compile("((?:plans|progress)/)?([1-9][0-9]{5}|catalogue):([0-9]{1,18})");

  /**
   * @throws ProblemException INVALID_REQUEST, when it is not of that form
   */
  static Positioned parse(@Nullable String header) {
    Map<String, Long> ledgers = new TreeMap<>();
    if (header == null || header.isBlank()) {
      return new Positioned(ledgers);
    }
    for (String part : header.split(",", MOST + 1)) {
      Matcher one = ONE.matcher(part.strip());
      boolean bare = one.matches() && one.group(1) == null;
      if (!one.matches()
          || ledgers.size() == MOST
          || (bare && !DistrictCode.isValid(one.group(2)))) {
        throw ProblemException.of(
            ProblemType.INVALID_REQUEST,
            "Duban-After 应如 320412:8123，可用逗号分隔，至多 " + MOST + " 个。",
            "Duban-After must be like 320412:8123, comma separated, at most " + MOST + ".");
      }
      String ledger = bare ? Ledgers.progress(one.group(2)) : one.group(1) + one.group(2);
      ledgers.merge(ledger, Long.parseLong(one.group(3)), Math::max);
    }
    return new Positioned(ledgers);
  }

  boolean isEmpty() {
    return ledgers.isEmpty();
  }

  boolean isIncludedIn(Map<String, Long> positions) {
    return ledgers.entrySet().stream()
        .allMatch(one -> positions.getOrDefault(one.getKey(), 0L) >= one.getValue());
  }
}
