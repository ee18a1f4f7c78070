package duban.contracts;

import java.util.regex.Pattern;

/** GB/T 2260 division codes: six digits, province (2), city (2), district (2). */
public final class DistrictCode {

  private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{5}");

  private DistrictCode() {}

  public static boolean isValid(String code) {
    return SHAPE.matcher(code).matches();
  }

  /** What a division of that code is: "province", "city" or "district". */
  public static String level(String code) {
    if (code.endsWith("0000")) {
      return "province";
    }
    return code.endsWith("00") ? "city" : "district";
  }

  /**
   * Whether a right over {@code holder} reaches {@code code}: a code covers itself, a city (xx00)
   * its districts, a province (0000) everything in it. This is about rights only; what a scope adds
   * up is the dated district tree's word.
   */
  public static boolean covers(String holder, String code) {
    if (holder.equals(code)) {
      return true;
    }
    if (!isValid(holder) || !isValid(code)) {
      return false;
    }
    if (holder.endsWith("0000")) {
      return code.startsWith(holder.substring(0, 2));
    }
    return holder.endsWith("00") && code.startsWith(holder.substring(0, 4));
  }
}
