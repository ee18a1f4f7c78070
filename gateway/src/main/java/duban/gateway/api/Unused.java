package duban.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Takes away what no operation leads to: schemas of what a service did not publish, for one. */
final class Unused {

  private static final String COMPONENTS = "#/components/";

  private Unused() {}

  static void remove(ObjectNode document) {
    Set<String> reached = new HashSet<>();
    Deque<JsonNode> open = new ArrayDeque<>(Set.of(document.path("paths")));
    while (!open.isEmpty()) {
      for (JsonNode reference : open.pop().findValues("$ref")) {
        String target = reference.asText();
        if (target.startsWith(COMPONENTS) && reached.add(target)) {
          open.push(document.at(target.substring(1)));
        }
      }
    }
    document
        .path("components")
        .properties()
        .forEach(section -> keep(section.getKey(), section.getValue(), reached));
  }

  private static void keep(String section, JsonNode components, Set<String> reached) {
    if (components instanceof ObjectNode all && !section.equals("securitySchemes")) {
      all.properties()
          .removeIf(one -> !reached.contains(COMPONENTS + section + "/" + one.getKey()));
    }
  }
}
