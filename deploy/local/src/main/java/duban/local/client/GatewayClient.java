package duban.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.local.home.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public API, called with one token. */
public final class GatewayClient implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** For an answer, or for its beginning where it is one of lines. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  private final URI gateway;
  private final String token;
  private boolean reached;

  public GatewayClient(URI gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return answer(request(path).GET().build());
  }

  /**
   * Posts nothing, and hears line by line of work that may take any time.
   *
   * @param heard gets every line but the last
   * @return the last line, which is the result
   * @throws BrokenOff when the connection ended before it
   */
  public JsonNode postForLines(String path, Consumer<JsonNode> heard)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .setHeader("Accept", "application/x-ndjson, application/problem+json;q=0.9")
            .POST(BodyPublishers.noBody())
            .build();
    HttpResponse<Stream<String>> response = send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      if (response.statusCode() / 100 != 2) {
        throw refusal(request, response.statusCode(), lines.collect(Collectors.joining()));
      }
      return lastOf(lines.iterator(), heard);
    } catch (UncheckedIOException brokenOff) {
      throw new BrokenOff(request.uri().getPath());
    }
  }

  private static JsonNode lastOf(Iterator<String> lines, Consumer<JsonNode> heard)
      throws IOException {
    JsonNode line = Json.lenient().readTree(lines.next());
    while (lines.hasNext()) {
      heard.accept(line);
      line = Json.lenient().readTree(lines.next());
    }
    return line;
  }

  /** Posts a body and gives the answer as it is, whatever its status. */
  HttpResponse<String> post(String path, String contentType, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", contentType).POST(body).build());
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
        .timeout(ANSWER_TIMEOUT)
        .header("Accept", "application/json, application/x-ndjson, application/problem+json")
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw refusal(request, response.statusCode(), response.body());
    }
    return Json.lenient().readTree(response.body());
  }

  private static Refusal refusal(HttpRequest request, int status, String problem) {
    return new Refusal(
        "%s %s answered %d: %s"
            .formatted(request.method(), request.uri().getPath(), status, ProblemText.of(problem)));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return send(request, BodyHandlers.ofString());
  }

  /**
   * A gateway that never answered is not up. One that did and is gone now is being started again,
   * so the caller gets the exception and may try again.
   */
  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body)
      throws IOException, InterruptedException {
    try {
      HttpResponse<T> response = http.send(request, body);
      reached = true;
      return response;
    } catch (ConnectException refused) {
      if (reached) {
        throw refused;
      }
      throw new Refusal("nothing answers at " + gateway + ": ./duban up starts the system");
    }
  }
}
