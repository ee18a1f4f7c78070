package duban.contracts;

import java.util.regex.Pattern;

/**
 * How an event's type is written. Callers say {@code progress.reported}; the ledger, its hash and
 * CloudEvents say {@code cn.duban.progress.reported.v1}.
 */
public final class EventTypes {

  private static final String PREFIX = "cn.duban.";
  private static final Pattern VERSION = Pattern.compile("\\.v[0-9]+$");

  private EventTypes() {}

  /** The first version's full name of a caller's type. */
  public static String full(String type) {
    return PREFIX + type + ".v1";
  }

  /** The caller's word for a full name, of whatever version. */
  public static String brief(String fullType) {
    String bare = fullType.startsWith(PREFIX) ? fullType.substring(PREFIX.length()) : fullType;
    return VERSION.matcher(bare).replaceFirst("");
  }
}
