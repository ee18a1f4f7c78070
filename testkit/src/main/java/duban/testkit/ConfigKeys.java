package duban.testkit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * In production the settings are environment variables, which MicroProfile Config also finds by
 * their dotted name (DUBAN_TODAY as duban.today). A test resource's map is no environment, so it
 * carries both spellings.
 */
final class ConfigKeys {

  private ConfigKeys() {}

  static Map<String, String> bothSpellings(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    environment.forEach(
        (name, value) -> all.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
    return all;
  }
}
