package duban.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import duban.contracts.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plans-service as its peers see it: plans by id, ledgers by key, heads. Tests reach it through
 * {@link PlansPeer} over HTTP, because Quarkus loads them with other class loaders.
 */
public final class PlansPeerServer implements QuarkusTestResourceLifecycleManager {

  static final String ADDRESS = "duban.test.plans-peer";

  private final Map<String, JsonNode> plans = new ConcurrentHashMap<>();
  private final Map<String, ArrayNode> ledgers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private volatile boolean down;
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/v1/plans/", this::plan);
    server.createContext("/api/v1/ledgers/plans", this::ledger);
    server.createContext("/test/", this::command);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    System.setProperty(ADDRESS, url);
    return Map.of("duban.replica.plans-url", url);
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void plan(HttpExchange exchange) throws IOException {
    String id = last(exchange.getRequestURI());
    asked.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
    answer(exchange, plans.get(id));
  }

  private void ledger(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    if (path.length < 7) {
      answer(exchange, heads());
      return;
    }
    ArrayNode links = ledgers.get(path[5]);
    Map<String, Long> query = query(exchange.getRequestURI());
    answer(exchange, links == null ? null : page(links, query.get("after"), query.get("limit")));
  }

  private JsonNode heads() {
    ObjectNode heads = Json.lenient().createObjectNode();
    ArrayNode list = heads.putArray("ledgers");
    ledgers.forEach((key, links) ->
        list.addObject().put("ledger", "plans/" + key).put("seq", (long) links.size()));
    return heads;
  }

  private static JsonNode page(ArrayNode links, long after, long limit) {
    ObjectNode page = Json.lenient().createObjectNode();
    ArrayNode events = page.putArray("events");
    for (JsonNode link : links) {
      if (link.path("seq").asLong() > after && events.size() < limit) {
        events.add(link);
      }
    }
    return page;
  }

  /** PUT /test/plans/ID, /test/ledgers/KEY, /test/down, /test/up; GET /test/asked/ID. */
  private void command(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    JsonNode body = Json.lenient().readTree(exchange.getRequestBody().readAllBytes());
    switch (path[2]) {
      case "plans" -> plans.put(path[3], body);
      case "ledgers" -> ledgers.put(path[3], (ArrayNode) body);
      case "down" -> down = true;
      case "up" -> down = false;
      default -> body = Json.lenient().createObjectNode().put("times", times(path[3]));
    }
    send(exchange, 200, body);
  }

  private int times(String id) {
    return asked.getOrDefault(id, new AtomicInteger()).get();
  }

  private void answer(HttpExchange exchange, JsonNode body) throws IOException {
    if (down) {
      exchange.close();
    } else if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
      send(exchange, 401, Json.lenient().createObjectNode());
    } else {
      send(exchange, body == null ? 404 : 200, body == null ? Json.lenient().nullNode() : body);
    }
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = Json.lenient().writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Map<String, Long> query(URI uri) {
    Map<String, Long> values = new ConcurrentHashMap<>(Map.of("after", 0L, "limit", 100L));
    for (String pair : uri.getQuery().split("&", -1)) {
      values.put(pair.split("=", -1)[0], Long.valueOf(pair.split("=", -1)[1]));
    }
    return values;
  }

  private static String last(URI uri) {
    return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
  }
}
