package duban.local.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.local.home.Refusal;
import duban.local.identity.TokenMint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The public API as the sample's callers use it. An answer that says "try later" is taken at its
 * word, for a while: what is posted here may be posted again.
 */
final class SampleGateway implements AutoCloseable {

  static final String JSON = "application/json";
  static final String NDJSON = "application/x-ndjson";

  /** The day on which a fact was handed in; a system with a day of its own takes it. */
  static final String RECORDED_ON = "Duban-Recorded-On";

  /** Too many requests, a service that restarts, a full queue: all is well a little later. */
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LONGEST_WAIT_MILLIS = 2_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final URI gateway;
  private final TokenMint tokens;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<Caller, String> minted = new ConcurrentHashMap<>();

  SampleGateway(URI gateway, TokenMint tokens) {
    this.gateway = gateway;
    this.tokens = tokens;
  }

  /** In whose name something is asked. */
  record Caller(String role, String district) {}

  record Answer(int status, String body) {

    boolean isGood() {
      return status / 100 == 2;
    }

    JsonNode json() {
      return read(body);
    }

    /** The lines of an NDJSON body. */
    List<JsonNode> lines() {
      return body.lines().filter(line -> !line.isBlank()).map(Answer::read).toList();
    }

    private static JsonNode read(String text) {
      try {
        return Json.lenient().readTree(text);
      } catch (JsonProcessingException e) {
        throw new Refusal("the gateway answered what is not JSON: " + text);
      }
    }
  }

  Answer get(Caller caller, String path, String... headers) throws InterruptedException {
    return send(request(caller, path).GET(), headers);
  }

  Answer put(Caller caller, String path, String json, String... headers)
      throws InterruptedException {
    return send(
        request(caller, path).PUT(BodyPublishers.ofString(json)).header("Content-Type", JSON),
        headers);
  }

  /**
   * @param on the day on which it is handed in
   */
  Answer post(Caller caller, String path, String type, String body, LocalDate on)
      throws InterruptedException {
    return send(
        request(caller, path).POST(BodyPublishers.ofString(body)).header("Content-Type", type),
        RECORDED_ON,
        on.toString());
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(Caller caller, String path) {
    String token = minted.computeIfAbsent(caller, one -> tokens.token(one.role(), one.district()));
    return HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder builder, String... headers) throws InterruptedException {
    if (headers.length > 0) {
      builder.headers(headers);
    }
    HttpRequest request = builder.build();
    long start = System.nanoTime();
    while (true) {
      HttpResponse<String> response = once(request);
      boolean patient = System.nanoTime() - start < PATIENCE.toNanos();
      if (!LATER.contains(response.statusCode()) || !patient) {
        return new Answer(response.statusCode(), response.body());
      }
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
      await(Math.clamp(seconds * 1_000, 100, LONGEST_WAIT_MILLIS));
    }
  }

  private HttpResponse<String> once(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw Refusal.noAnswer("nothing answers at " + gateway + ": start it with ./duban up");
    }
  }

  private static void await(long millis) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
        .join();
  }
}
