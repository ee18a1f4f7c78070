package duban.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.local.home.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The public API, called with one token. */
public final class GatewayClient implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Long enough for the check of a large ledger. */
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

  /** Posts nothing. */
  public JsonNode post(String path) throws IOException, InterruptedException {
    return answer(request(path).POST(BodyPublishers.noBody()).build());
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
      throw new Refusal(
          "%s %s answered %d: %s"
              .formatted(
                  request.method(),
                  request.uri().getPath(),
                  response.statusCode(),
                  ProblemText.of(response.body())));
    }
    return Json.lenient().readTree(response.body());
  }

  /**
   * A gateway that never answered is not up. One that did and is gone now is being started again,
   * so the caller gets the exception and may try again.
   */
  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
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
