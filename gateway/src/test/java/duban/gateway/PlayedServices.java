package duban.gateway;

import duban.testkit.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays the three services. Each answers any path with what reached it, and a few paths in a way of
 * their own that a test asks for.
 */
public final class PlayedServices implements QuarkusTestResourceLifecycleManager {

  /** Every request that got through, as "service METHOD uri". */
  static final List<String> SEEN = new CopyOnWriteArrayList<>();

  static final AtomicInteger OPEN_STREAMS = new AtomicInteger();
  static final AtomicLong UPLOADED = new AtomicLong();
  static final AtomicLong FLOODED = new AtomicLong();

  /** How many requests to come are taken and left without a word. */
  static final AtomicInteger LEFT_UNANSWERED = new AtomicInteger();

  /** Milliseconds between two events of a stream. */
  static final long PACE = 20;

  /** Octets of an answer that is longer than anybody would want to hold in memory. */
  static final long FLOOD = 96L << 20;

  /** Milliseconds that a long document is read for: longer than an ordinary answer may take. */
  static final long READING = 4_000;

  private static final long MANY = 1 << 20;

  /** Whether the service reads what is sent for the district that it is slow with. */
  static volatile boolean readsAgain;

  private static final Vertx VERTX = Vertx.vertx();
  private static final Map<String, HttpServer> SERVERS = new HashMap<>();

  @Override
  public Map<String, String> start() {
    return Map.of(
        "duban.gateway.upstream.plans", listen("plans", FreePort.find()),
        "duban.gateway.upstream.progress", listen("progress", FreePort.find()),
        "duban.gateway.upstream.reporting", listen("reporting", FreePort.find()),
        "duban.gateway.upstream.answer-timeout", "3s",
        "duban.gateway.description-kept", "100ms",
        "duban.gateway.limit.leftover", "500ms",
        "duban.gateway.limit.rate-per-second", "20",
        "duban.gateway.limit.burst", "300",
        "duban.gateway.limit.streams-per-caller", "5");
  }

  @Override
  public void stop() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Takes a service away; its port refuses connections. */
  static int stop(String service) {
    HttpServer server = SERVERS.get(service);
    int port = server.actualPort();
    server.close().toCompletionStage().toCompletableFuture().join();
    return port;
  }

  static String listen(String service, int port) {
    HttpServer server =
        VERTX
            .createHttpServer(new HttpServerOptions().setMaxHeaderSize(32 * 1024))
            .requestHandler(request -> answer(service, request))
            .listen(port, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    SERVERS.put(service, server);
    return "http://127.0.0.1:" + server.actualPort();
  }

  private static void answer(String service, HttpServerRequest request) {
    if (!request.path().startsWith("/q/") && !request.path().equals("/openapi")) {
      SEEN.add(service + " " + request.method() + " " + request.uri());
      if (LEFT_UNANSWERED.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        request.connection().close();
        return;
      }
    }
    switch (request.path()) {
      case "/openapi" -> json(request, description(service));
      case "/q/health/ready" -> json(request, new JsonObject().put("status", "UP"));
      case "/api/v1/live" -> stream(request);
      case "/api/v1/targets/320412-2022.slow" -> request.response().setStatusCode(200);
      case "/api/v1/targets/320412-2022.cut" -> cut(request);
      case "/api/v1/targets/320412-2022.flood" -> flood(request);
      case "/api/v1/districts/320481/events" -> readLater(request);
      case "/api/v1/plans/import" -> document(request);
      case "/api/v1/plans/320412-2022/review/original" -> original(request);
      default -> echo(service, request);
    }
  }

  private static void echo(String service, HttpServerRequest request) {
    if ("application/x-ndjson".equals(request.getHeader("content-type"))) {
      lines(request);
      return;
    }
    request
        .body()
        .onSuccess(body -> {
          JsonObject headers = new JsonObject();
          request
              .headers()
              .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
          JsonObject seen =
              new JsonObject()
                  .put("service", service)
                  .put("method", request.method().name())
                  .put("uri", request.uri())
                  .put("bytes", body.length())
                  .put("headers", headers);
          if (request.method().equals(HttpMethod.POST)) {
            request.response().setStatusCode(201).putHeader("Location", place(request));
          }
          request
              .response()
              .putHeader("ETag", "\"7\"")
              .putHeader("Cache-Control", "private, max-age=5")
              .putHeader("Server", "secret/1.0")
              .putHeader("Connection", "X-Between")
              .putHeader("X-Between", "neighbours");
          json(request, seen);
        });
  }

  private static String place(HttpServerRequest request) {
    return "http://127.0.0.1:" + request.localAddress().port() + "/api/v1/plans/320412-2022?x=1";
  }

  /** Answers each piece of an upload as it comes. */
  private static void lines(HttpServerRequest request) {
    request.response().setChunked(true).putHeader("Content-Type", "application/x-ndjson");
    request.handler(piece -> {
      UPLOADED.addAndGet(piece.length());
      request.response().write("{\"got\":" + piece.length() + "}\n");
    });
    request.endHandler(end -> request.response().end("{\"end\":true}\n"));
  }

  /** Counts a form as it comes, and takes its time over one that is long. */
  private static void document(HttpServerRequest request) {
    AtomicLong length = new AtomicLong();
    request.handler(piece -> {
      UPLOADED.addAndGet(piece.length());
      length.addAndGet(piece.length());
    });
    request.endHandler(end ->
        VERTX.setTimer(
            length.get() < MANY ? 1 : READING,
            read -> {
              request.response().setStatusCode(201);
              json(request, new JsonObject().put("bytes", length.get()));
            }));
  }

  private static void original(HttpServerRequest request) {
    request
        .response()
        .putHeader("Content-Type", "application/octet-stream")
        .putHeader("Content-Disposition", "attachment; filename*=UTF-8''%E8%A6%81%E7%82%B9.html")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "sandbox")
        .end("<html>");
  }

  /** Writes as fast as it is let. */
  private static void flood(HttpServerRequest request) {
    FLOODED.set(0);
    request.response().putHeader("Content-Length", Long.toString(FLOOD));
    request.response().drainHandler(drained -> pour(request));
    pour(request);
  }

  private static void pour(HttpServerRequest request) {
    Buffer piece = Buffer.buffer(new byte[64 << 10]);
    while (FLOODED.get() < FLOOD && !request.response().writeQueueFull()) {
      FLOODED.addAndGet(piece.length());
      request.response().write(piece);
    }
    if (FLOODED.get() == FLOOD && !request.response().ended()) {
      request.response().end();
    }
  }

  private static void readLater(HttpServerRequest request) {
    request.pause();
    request.handler(piece -> UPLOADED.addAndGet(piece.length()));
    request.endHandler(end -> json(request, new JsonObject()));
    VERTX.setPeriodic(
        PACE,
        timer -> {
          if (readsAgain) {
            VERTX.cancelTimer(timer);
            request.resume();
          }
        });
  }

  /** One event at once and then one each {@link #PACE}, each with the moment it was sent. */
  private static void stream(HttpServerRequest request) {
    OPEN_STREAMS.incrementAndGet();
    request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
    AtomicInteger number = new AtomicInteger();
    Runnable send =
        () ->
            request
                .response()
                .write(
                    "event: change\nid: "
                        + number.incrementAndGet()
                        + "\ndata: "
                        + System.nanoTime()
                        + "\n\n");
    send.run();
    long timer = VERTX.setPeriodic(PACE, tick -> send.run());
    request
        .response()
        .closeHandler(closed -> {
          VERTX.cancelTimer(timer);
          OPEN_STREAMS.decrementAndGet();
        });
  }

  /** Promises ten bytes, sends three and goes away. */
  private static void cut(HttpServerRequest request) {
    request.response().putHeader("Content-Length", "10").write("abc");
    VERTX.setTimer(50, later -> request.connection().close());
  }

  private static JsonObject description(String service) {
    JsonObject row = new JsonObject().put("type", "object").put("title", "Row of " + service);
    JsonObject reads =
        new JsonObject()
            .put("summary", "from " + service)
            .put(
                "responses",
                new JsonObject()
                    .put(
                        "200",
                        new JsonObject()
                            .put("description", "ok")
                            .put("$ref", "#/components/schemas/Row")));
    String path =
        switch (service) {
          case "plans" -> "/api/v1/plans/{id}";
          case "progress" -> "/api/v1/districts/{district}/events";
          default -> "/api/v1/rollups";
        };
    JsonObject paths =
        new JsonObject()
            .put(path, new JsonObject().put("get", reads))
            .put("/internal/" + service, new JsonObject().put("get", new JsonObject()));
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put("paths", paths)
        .put("components", new JsonObject().put("schemas", new JsonObject().put("Row", row)))
        .put("tags", new JsonArray());
  }

  private static void json(HttpServerRequest request, JsonObject body) {
    request.response().putHeader("Content-Type", "application/json").end(body.encode());
  }
}
