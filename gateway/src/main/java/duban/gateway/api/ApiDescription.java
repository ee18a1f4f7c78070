package duban.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.problem.ProblemType;
import duban.gateway.route.ApiRoute;
import duban.gateway.route.Upstream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes one OpenAPI document of several. It describes what can be called through the gateway and no
 * more: a service's operation that is not routed is left out.
 */
final class ApiDescription {

  private static final String BEARER = "bearer";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final Set<String> MERGED_COMPONENTS =
      Set.of("schemas", "responses", "parameters", "examples", "requestBodies", "headers");

  private final Guide guide = Guide.ofTheApi();
  private final ObjectNode whole;
  private final ArrayNode missing;
  private final ArrayNode ownTags;

  private ApiDescription(JsonNode own) {
    whole = own.deepCopy();
    ownTags = whole.withArrayProperty("tags").deepCopy();
    whole.putArray("tags");
    whole.putArray("servers").addObject().put("url", "/");
    missing = whole.putArray("x-duban-missing");
    whole.withObjectProperty("paths").properties().forEach(this::describeOwn);
    describeBearer();
  }

  /**
   * @param own the gateway's own description
   * @param services what each service says of itself; empty for one that does not answer
   */
  static ObjectNode merge(JsonNode own, Map<Upstream, Optional<JsonNode>> services) {
    ApiDescription description = new ApiDescription(own);
    services.forEach((upstream, document) ->
        document.ifPresentOrElse(
            described -> description.add(upstream, described),
            () -> description.missing.add(upstream.title())));
    description.addTags(description.ownTags);
    description.guide.correct(
        description.whole.withObjectProperty("components").withObjectProperty("schemas"));
    description.describeEvents();
    Unused.remove(description.whole);
    description.tellAbout();
    description.tellMissing();
    return description.whole;
  }

  private void add(Upstream upstream, JsonNode document) {
    JsonNode service = Components.withoutClashes(document, whole, upstream);
    addTags(service.path("tags"));
    service.path("paths").properties().forEach(this::addPath);
    for (String section : MERGED_COMPONENTS) {
      JsonNode components = service.path("components").path(section);
      if (!components.isEmpty()) {
        whole
            .withObjectProperty("components")
            .withObjectProperty(section)
            .setAll((ObjectNode) components);
      }
    }
  }

  /**
   * In the order of their coming, which is the order that pages show: the gateway's own are last.
   */
  private void addTags(JsonNode tags) {
    tags.forEach(this::addTag);
  }

  private void addTag(JsonNode tag) {
    ArrayNode all = whole.withArrayProperty("tags");
    if (all.findValuesAsText("name").stream().noneMatch(tag.path("name").asText()::equals)) {
      all.add(tag);
    }
  }

  private void addPath(Map.Entry<String, JsonNode> path) {
    for (Map.Entry<String, JsonNode> field : path.getValue().properties()) {
      boolean method = METHODS.contains(field.getKey());
      if (method) {
        RoutedOperations.find(field.getKey(), path.getKey())
            .ifPresent(route -> addOperation(route, path.getKey(), field));
      } else if (field.getKey().equals("parameters")) {
        paths(path.getKey()).set(field.getKey(), field.getValue());
      }
    }
  }

  private void addOperation(ApiRoute route, String path, Map.Entry<String, JsonNode> described) {
    ObjectNode operation = described.getValue().deepCopy();
    operation.remove("security");
    if (operation.path("tags").isEmpty()) {
      operation.putArray("tags").add(route.upstream().title());
      addTag(Json.lenient().createObjectNode().put("name", route.upstream().title()));
    }
    Set<ProblemType> refusals = Refusals.of(route, operation);
    guide
        .of(described.getKey(), path)
        .ifPresent(entry -> {
          new GuidedOperation(operation, entry, guide).complete();
          refusals.addAll(entry.refuses());
        });
    Refusals.write(operation, refusals);
    operation.put("description", describedFor(operation.path("description").asText(""), route));
    paths(path).set(described.getKey(), operation);
  }

  private static String describedFor(String description, ApiRoute route) {
    String roles = route.roles().stream().sorted().collect(Collectors.joining("`, `", "`", "`"));
    return (description + "\n\n角色 Roles: " + roles).strip();
  }

  private ObjectNode paths(String path) {
    return whole.withObjectProperty("paths").withObjectProperty(path);
  }

  /** The gateway's own operations are open to everybody, but for those of the API itself. */
  private void describeOwn(Map.Entry<String, JsonNode> path) {
    for (Map.Entry<String, JsonNode> field : path.getValue().properties()) {
      if (METHODS.contains(field.getKey()) && field.getValue() instanceof ObjectNode operation) {
        operation.remove("security");
        if (!path.getKey().startsWith(ApiRoute.BASE)) {
          operation.putArray("security");
        }
        guide
            .of(field.getKey(), path.getKey())
            .ifPresent(entry -> {
              new GuidedOperation(operation, entry, guide).complete();
              if (!entry.refuses().isEmpty()) {
                withoutPassingOn(operation);
                Refusals.write(operation, EnumSet.copyOf(entry.refuses()));
              }
            });
      }
    }
  }

  /** What refers to a common refusal is said of whatever is passed on to a service. */
  private static void withoutPassingOn(ObjectNode operation) {
    operation
        .withObjectProperty("responses")
        .properties()
        .removeIf(response -> response.getValue().has("$ref"));
  }

  private void describeBearer() {
    whole
        .withObjectProperty("components")
        .putObject("securitySchemes")
        .putObject(BEARER)
        .put("type", "http")
        .put("scheme", BEARER)
        .put("bearerFormat", "JWT");
    whole.putArray("security").addObject().putArray(BEARER);
  }

  /** The service takes an event as the bytes that they are, so it cannot say what is in them. */
  private void describeEvents() {
    JsonNode body =
        whole.at("/paths/~1api~1v1~1districts~1{code}~1events/post/requestBody/content");
    if (body.path("application/json") instanceof ObjectNode media) {
      whole
          .withObjectProperty("components")
          .withObjectProperty("schemas")
          .setAll(EventSchemas.all());
      media.putObject("schema").put("$ref", EventSchemas.BODY);
    }
  }

  private void tellAbout() {
    whole
        .withObjectProperty("info")
        .put("description", guide.about().replace("{problems}", Refusals.table()));
  }

  private void tellMissing() {
    if (missing.isEmpty()) {
      whole.remove("x-duban-missing");
      return;
    }
    ObjectNode info = whole.withObjectProperty("info");
    String names = String.join(", ", Json.lenient().convertValue(missing, String[].class));
    info.put(
        "description",
        String.format(
            Locale.ROOT,
            "%s%n%n**暂缺 / missing now: %s** （服务没有应答 / no answer）",
            info.path("description").asText(""),
            names));
  }
}
