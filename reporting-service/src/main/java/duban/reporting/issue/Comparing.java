package duban.reporting.issue;

import com.fasterxml.jackson.databind.JsonNode;
import duban.reporting.issue.Proof.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds where two JSON documents differ. */
final class Comparing {

  private static final int MOST = 50;

  /** What papers came to tell after some were issued: one that does not tell it is no less true. */
  private static final Set<String> ADDED = Set.of("basis", "publishedLater");

  private final List<Difference> found = new ArrayList<>();

  private Comparing() {}

  static List<Difference> differences(JsonNode issued, JsonNode now) {
    Comparing comparing = new Comparing();
    comparing.compare("", issued, now);
    return comparing.found;
  }

  private void compare(String at, JsonNode issued, JsonNode now) {
    if (found.size() >= MOST || issued.equals(now)) {
      return;
    }
    if (issued.isObject() && now.isObject()) {
      Set<String> names = new TreeSet<>();
      issued.fieldNames().forEachRemaining(names::add);
      now.fieldNames().forEachRemaining(names::add);
      names.removeIf(name -> ADDED.contains(name) && !issued.has(name));
      names.forEach(name -> compare(at + "/" + name, issued.path(name), now.path(name)));
    } else if (issued.isArray() && now.isArray()) {
      for (int i = 0; i < Math.max(issued.size(), now.size()); i++) {
        compare(at + "/" + i, issued.path(i), now.path(i));
      }
    } else {
      found.add(
          new Difference(
              at, issued.isMissingNode() ? null : issued, now.isMissingNode() ? null : now));
    }
  }
}
