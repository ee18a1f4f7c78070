package duban.reporting;

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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The ledgers' owners as their peers see them. Tests hand it links over HTTP, because Quarkus loads
 * them with other class loaders.
 */
public final class OwnersServer implements QuarkusTestResourceLifecycleManager {

  static final String ADDRESS = "duban.test.owners";
  private static final String LEDGERS = "/api/v1/ledgers/";

  private final Map<String, ArrayNode> ledgers = new ConcurrentHashMap<>();
  private final ArrayNode posted = Json.lenient().createArrayNode();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private volatile int answer = 201;
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
    server.createContext(LEDGERS, this::ledger);
    server.createContext("/api/v1/districts/", this::post);
    server.createContext("/api/v1/issues", this::issue);
    server.createContext("/test/", this::command);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    System.setProperty(ADDRESS, url);
    return Map.of("duban.owner.plans-url", url, "duban.owner.progress-url", url);
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  /** {@code /api/v1/ledgers/progress} or {@code /api/v1/ledgers/progress/320412/events}. */
  private void ledger(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(LEDGERS.length());
    if (down) {
      exchange.close();
    } else if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
      send(exchange, 401, Json.lenient().createObjectNode());
    } else if (path.endsWith("/events")) {
      String ledger = path.substring(0, path.length() - "/events".length());
      asked.merge(ledger, 1, Integer::sum);
      send(exchange, 200, page(ledger, query(exchange.getRequestURI())));
    } else {
      send(exchange, 200, heads(path));
    }
  }

  /** Takes down what was posted, and answers as it was told to. */
  private void post(HttpExchange exchange) throws IOException {
    JsonNode body = Json.lenient().readTree(exchange.getRequestBody().readAllBytes());
    synchronized (posted) {
      posted.add(body);
    }
    send(exchange, answer, Json.lenient().createObjectNode());
  }

  /** Takes an issue for the next event of the catalogue's ledger; a test has to say that event. */
  private void issue(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    ArrayNode links = ledgers.getOrDefault("plans/catalogue", Json.lenient().createArrayNode());
    if (down) {
      exchange.close();
    } else {
      send(exchange, 201, Json.lenient().createObjectNode().put("seq", links.size() + 1L));
    }
  }

  private JsonNode page(String ledger, Map<String, Long> query) {
    ObjectNode page = Json.lenient().createObjectNode().put("ledger", ledger);
    ArrayNode events = page.putArray("events");
    ArrayNode links = ledgers.getOrDefault(ledger, Json.lenient().createArrayNode());
    synchronized (links) {
      for (JsonNode link : links) {
        if (link.path("seq").asLong() > query.get("after") && events.size() < query.get("limit")) {
          events.add(link);
        }
      }
    }
    return page;
  }

  private JsonNode heads(String owner) {
    ObjectNode heads = Json.lenient().createObjectNode();
    ArrayNode list = heads.putArray("ledgers");
    ledgers.forEach((ledger, links) -> {
      if (ledger.startsWith(owner + "/")) {
        list.addObject().put("ledger", ledger).put("seq", (long) links.size());
      }
    });
    return heads;
  }

  /** At its place, where there is another already. */
  private static void keep(ArrayNode links, JsonNode link) {
    int place = link.path("seq").asInt() - 1;
    if (links.path(place).path("seq").equals(link.path("seq"))) {
      links.set(place, link);
    } else {
      links.add(link);
    }
  }

  /** PUT /test/link/OWNER/KEY keeps a link; /test/down and /test/up. */
  private void command(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    JsonNode body = Json.lenient().readTree(exchange.getRequestBody().readAllBytes());
    switch (path[2]) {
      case "link" -> {
        ArrayNode links =
            ledgers.computeIfAbsent(
                path[3] + "/" + path[4], ledger -> Json.lenient().createArrayNode());
        synchronized (links) {
          keep(links, body);
        }
      }
      case "asked" -> {
        int times = asked.getOrDefault(path[3] + "/" + path[4], 0);
        send(exchange, 200, Json.lenient().getNodeFactory().numberNode(times));
        return;
      }
      case "answer" -> answer = body.asInt();
      case "posted" -> {
        synchronized (posted) {
          send(exchange, 200, posted);
        }
        return;
      }
      case "down" -> down = true;
      case "up" -> down = false;
      default -> throw new IOException("no command " + path[2]);
    }
    send(exchange, 200, Json.lenient().createObjectNode());
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
    Map<String, Long> values = new HashMap<>(Map.of("after", 0L, "limit", 100L));
    for (String pair : uri.getQuery().split("&", -1)) {
      values.put(pair.split("=", -1)[0], Long.valueOf(pair.split("=", -1)[1]));
    }
    return values;
  }
}
