package duban.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.problem.ProblemType;
import duban.gateway.route.ApiRoute;
import duban.gateway.route.Upstream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names, at each status that an operation may refuse with, the problem types that it stands for.
 */
final class Refusals {

  /** Of anything behind the gateway. */
  private static final Set<ProblemType> ANYWHERE =
      Set.of(
          ProblemType.UNSAFE_PATH,
          ProblemType.UNAUTHENTICATED,
          ProblemType.FORBIDDEN,
          ProblemType.NOT_ACCEPTABLE,
          ProblemType.TOO_MANY_REQUESTS,
          ProblemType.INTERNAL,
          ProblemType.BAD_GATEWAY,
          ProblemType.TRY_LATER);

  /** Of whatever has a body. */
  private static final Set<ProblemType> OF_A_BODY =
      Set.of(
          ProblemType.INVALID_REQUEST, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);

  /** Of reporting-service's, those that tell how its projections are being built. */
  private static final Set<String> WHILE_REBUILDING =
      Set.of("/operations/reporting", "/projection/rebuild");

  private Refusals() {}

  /** Of an operation that is routed to a service. */
  static Set<ProblemType> of(ApiRoute route, JsonNode operation) {
    Set<ProblemType> types = EnumSet.copyOf(ANYWHERE);
    if (operation.has("requestBody")) {
      types.addAll(OF_A_BODY);
      if (operation.at("/requestBody/content").has("application/json")) {
        types.add(ProblemType.MALFORMED_JSON);
      }
    }
    for (JsonNode parameter : operation.path("parameters")) {
      switch (parameter.path("name").asText()) {
        case "If-Match" -> types.add(ProblemType.PRECONDITION_FAILED);
        case "Duban-After" -> types.add(ProblemType.NOT_YET_APPLIED);
        default -> {}
      }
      types.add(ProblemType.INVALID_REQUEST);
    }
    if (route.upstream() == Upstream.REPORTING && !WHILE_REBUILDING.contains(route.path())) {
      types.add(ProblemType.REBUILDING);
    }
    return types;
  }

  /** Writes them into the operation, in the place of what it said without names. */
  static void write(ObjectNode operation, Set<ProblemType> types) {
    ObjectNode responses = operation.withObjectProperty("responses");
    Map<Integer, Set<ProblemType>> byStatus =
        types.stream()
            .collect(
                Collectors.groupingBy(
                    ProblemType::status,
                    TreeMap::new,
                    Collectors.toCollection(() -> EnumSet.noneOf(ProblemType.class))));
    byStatus.forEach((status, named) -> {
      String key = Integer.toString(status);
      String said = responses.path(key).path("description").asText("");
      responses.set(key, response(operation, said, named));
    });
  }

  private static ObjectNode response(ObjectNode operation, String said, Set<ProblemType> types) {
    ObjectNode response = operation.objectNode();
    String names = types.stream().map(Refusals::line).collect(Collectors.joining("\n"));
    response.put("description", said.isBlank() ? names : said + "\n\n" + names);
    ObjectNode media = response.withObjectProperty("content").putObject("application/problem+json");
    media.putObject("schema").put("$ref", "#/components/schemas/Problem");
    ArrayNode uris = response.putArray("x-problem-types");
    types.forEach(type -> uris.add(type.uri()));
    return response;
  }

  private static String line(ProblemType type) {
    return "- `%s` %s · %s".formatted(word(type), type.title().zh(), type.title().en());
  }

  /** Every type there is, as a table. */
  static String table() {
    StringBuilder table =
        new StringBuilder("| type | status | 中文 | English |\n|---|---|---|---|\n");
    for (ProblemType type : ProblemType.values()) {
      table.append(
          "| `%s` | %d | %s | %s |%n"
              .formatted(word(type), type.status(), type.title().zh(), type.title().en()));
    }
    return table.toString();
  }

  private static String word(ProblemType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
