package duban.progress.rules;

import java.util.regex.Pattern;

/** The keys that callers give to their events and problems. */
public final class Key {

  public static final String RULE_ZH = "应为 1 至 100 个字符，限 A-Z a-z 0-9 . _ : -。";
  public static final String RULE_EN = "Must be 1 to 100 characters of A-Z a-z 0-9 . _ : -.";

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

  private Key() {}

  public static boolean isValid(String key) {
    return SHAPE.matcher(key).matches();
  }
}
