package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import duban.contracts.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * The public API in one small class that keeps everything in memory: enough of it to see who posts
 * what, in which order, and what a second time changes. A token is its role and district.
 */
final class SmallSystem implements AutoCloseable {

  /** An event as it was kept, on whose word, on which of the system's days, and handed in when. */
  record Kept(String role, String district, JsonNode event, LocalDate on, String recordedOn) {}

  final Map<String, JsonNode> indicators = new TreeMap<>();
  final Map<String, JsonNode> programmes = new TreeMap<>();
  final Map<String, ObjectNode> plans = new TreeMap<>();
  final Map<String, Map<String, Kept>> ledgers = new TreeMap<>();
  final List<String> writes = new ArrayList<>();
  String today = "2022-06-30";
  boolean fixed = true;

  /** Answers this many requests with 503 before it works. */
  int busyFor;

  private final HttpServer server;

  SmallSystem() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int events(String district) {
    return ledgers.getOrDefault(district, Map.of()).size();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String[] path = exchange.getRequestURI().getPath().substring("/api/v1/".length()).split("/");
    String[] caller =
        exchange.getRequestHeaders().getFirst("Authorization").substring(7).split("@");
    if (busyFor > 0) {
      busyFor--;
      exchange.getResponseHeaders().add("Retry-After", "0");
      answer(exchange, 503, "{}");
      return;
    }
    String what = exchange.getRequestMethod() + " " + path[0];
    switch (what) {
      case "GET indicators" -> {
        ObjectNode page = Json.lenient().createObjectNode();
        indicators.values().forEach(page.putArray("indicators")::add);
        answer(exchange, 200, page.toString());
      }
      case "PUT indicators" -> {
        written(caller, what);
        indicators.put(path[1], Json.strict().readTree(body));
        answer(exchange, 201, body);
      }
      case "GET programmes" -> answer(exchange, programmes.containsKey(path[1]) ? 200 : 404, "{}");
      case "PUT programmes" -> {
        written(caller, what);
        programmes.put(path[1], Json.strict().readTree(body));
        answer(exchange, 201, body);
      }
      case "GET plans" -> plan(exchange, path[1]);
      case "POST plans" -> postPlan(exchange, path, caller, body);
      case "POST districts" -> post(exchange, path[1], caller, body);
      case "GET today" ->
          answer(exchange, 200, "{\"today\":\"" + today + "\",\"fixed\":" + fixed + "}");
      case "PUT today" -> {
        written(caller, what);
        today = Json.strict().readTree(body).get("today").asText();
        answer(exchange, 200, "{}");
      }
      case "GET rollups" ->
          answer(
              exchange,
              200,
              """
              {"rows":[{"reached":4810,"promised":11025,"share":0.436281,"light":"at-risk"}]}
              """);
      default -> answer(exchange, 404, "{}");
    }
  }

  private void plan(HttpExchange exchange, String plan) throws IOException {
    ObjectNode there = plans.get(plan);
    answer(exchange, there == null ? 404 : 200, there == null ? "{}" : there.toString());
  }

  private void postPlan(HttpExchange exchange, String[] path, String[] caller, String body)
      throws IOException {
    written(caller, path.length == 1 ? "POST plan" : path[2]);
    if (path.length == 1) {
      JsonNode content = Json.strict().readTree(body);
      String plan = content.get("district").asText() + "-" + content.get("year").asText();
      plans.put(plan, Json.lenient().createObjectNode().put("plan", plan).putNull("revision"));
      answer(exchange, 201, plans.get(plan).toString());
    } else if (path[2].equals("close")) {
      plans.get(path[1]).put("state", "closed");
      answer(exchange, 200, plans.get(path[1]).toString());
    } else {
      plans.get(path[1]).put("revision", 1);
      answer(exchange, 200, plans.get(path[1]).toString());
    }
  }

  private void post(HttpExchange exchange, String district, String[] caller, String body)
      throws IOException {
    boolean lines =
        exchange.getRequestHeaders().getFirst("Content-Type").equals("application/x-ndjson");
    StringBuilder results = new StringBuilder();
    ArrayNode receipts = Json.lenient().createArrayNode();
    int before = events(district);
    for (JsonNode event : lines ? read(body.lines().toList()) : Json.strict().readTree(body)) {
      int count = events(district);
      keep(district, caller, event, exchange.getRequestHeaders().getFirst("Duban-Recorded-On"));
      int seq = new ArrayList<>(ledgers.get(district).keySet()).indexOf(id(event)) + 1;
      String status = events(district) > count ? "appended" : "duplicate";
      results.append("{\"status\":\"%s\",\"seq\":%d}%n".formatted(status, seq));
      receipts.addObject().put("seq", seq);
    }
    int status = lines || events(district) == before ? 200 : 201;
    answer(exchange, status, lines ? results.toString() : "{\"events\":" + receipts + "}");
  }

  private void keep(String district, String[] caller, JsonNode event, String recordedOn) {
    Map<String, Kept> ledger = ledgers.computeIfAbsent(district, d -> new LinkedHashMap<>());
    Kept kept = new Kept(caller[0], caller[1], event, LocalDate.parse(today), recordedOn);
    if (ledger.putIfAbsent(id(event), kept) == null) {
      written(caller, "POST event");
    }
  }

  private void written(String[] caller, String what) {
    writes.add(caller[0] + " " + what);
  }

  private static String id(JsonNode event) {
    return event.get("id").asText();
  }

  private static List<JsonNode> read(List<String> lines) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : lines) {
      events.add(Json.strict().readTree(line));
    }
    return events;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
