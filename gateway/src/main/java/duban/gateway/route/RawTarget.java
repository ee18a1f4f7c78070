package duban.gateway.route;

/**
 * Judges a request target as it came over the wire. A path that two programs may read differently
 * (encoded separators, dots, parameters) is how a check at one door is walked around at the next,
 * so such a path is refused whole instead of being cleaned.
 */
final class RawTarget {

  private static final String PATH_MARKS = "-._~!$&'()*+,=:@/%";
  private static final String NEVER_IN_QUERY = ";\\#\"<>^`{|}";
  private static final String NEVER_ENCODED_IN_PATH = "%/\\;.?#";

  private RawTarget() {}

  /** Whether the target is in origin form and can be read in one way only. */
  static boolean isSafe(String target) {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query = question < 0 ? "" : target.substring(question + 1);
    return isSafePath(path) && isSafeQuery(query);
  }

  private static boolean isSafePath(String path) {
    return path.startsWith("/")
        && !path.contains("//")
        && !path.contains("..")
        && !path.contains("/./")
        && !path.endsWith("/.")
        && path.chars().allMatch(RawTarget::mayStandInPath)
        && escapesAreSafe(path, NEVER_ENCODED_IN_PATH);
  }

  /** Frameworks disagree on whether ';' parts parameters, so it must not part them at all. */
  private static boolean isSafeQuery(String query) {
    return query.chars().allMatch(c -> c > ' ' && c < 0x7f && NEVER_IN_QUERY.indexOf(c) < 0)
        && escapesAreSafe(query, "");
  }

  private static boolean mayStandInPath(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PATH_MARKS.indexOf(c) >= 0;
  }

  /** Whether each '%' begins a whole escape, of neither a control character nor a forbidden one. */
  private static boolean escapesAreSafe(String text, String forbidden) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      int octet = octet(text, at);
      if (octet < ' ' || octet == 0x7f || forbidden.indexOf(octet) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** The octet that the escape at a '%' stands for; -1 when it is none. */
  private static int octet(String text, int at) {
    if (at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
