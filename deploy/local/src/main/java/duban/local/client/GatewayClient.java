package duban.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.local.home.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The public API, called with one token. */
public final class GatewayClient implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** For an answer, or for its beginning where it is one of lines. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

  private static final String HERE = "127.0.0.1";
  private static final int FEW_ATTEMPTS = 4;
  private static final int LONGEST_PROBLEM = 65_536;
  private static final int UNKNOWN_CALLER = 401;
  private static final String TOKEN_ADVICE =
      ": has the token ended, or is it another system's? ./duban token prints a new one";

  private final HttpClient http;
  private final URI gateway;
  private final String token;

  /** The person's: problems are told in it. */
  private final String spoken;

  /** The answers'. */
  private final String language;

  private boolean reached;

  public GatewayClient(URI gateway, String token) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build(),
        gateway,
        token,
        Languages.ofPerson(),
        Languages.ofPerson());
  }

  private GatewayClient(
      HttpClient http, URI gateway, String token, String spoken, String language) {
    this.http = http;
    this.gateway = gateway;
    this.token = token;
    this.spoken = spoken;
    this.language = language;
  }

  /** The same caller, for answers in another language: zh or en. */
  public GatewayClient in(String other) {
    return new GatewayClient(http, gateway, token, spoken, other);
  }

  public URI gateway() {
    return gateway;
  }

  public String language() {
    return language;
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return answer(request(path).GET().build());
  }

  /** Posts nothing, and gives the answer. */
  public JsonNode post(String path) throws IOException, InterruptedException {
    return answer(request(path).POST(BodyPublishers.noBody()).build());
  }

  /**
   * Begins to read a document of any length.
   *
   * @throws Refusal when the answer is none
   */
  public HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
    HttpRequest request = request(path).setHeader("Accept", "*/*").GET().build();
    HttpResponse<InputStream> response =
        Retry.until(FEW_ATTEMPTS, () -> send(request, BodyHandlers.ofInputStream()));
    if (response.statusCode() / 100 == 2) {
      return response;
    }
    String problem = text(response);
    if (!language.equals(spoken)) {
      problem = inThePersonsLanguage(request, response.statusCode(), problem);
    }
    throw refusal(request, response.statusCode(), problem);
  }

  /** A document's language is asked for, a refusal's is not: it is asked for once more. */
  private String inThePersonsLanguage(HttpRequest refused, int status, String problem)
      throws IOException, InterruptedException {
    HttpRequest again =
        HttpRequest.newBuilder(refused, (_, _) -> true)
            .setHeader("Accept-Language", spoken)
            .build();
    HttpResponse<InputStream> response = send(again, BodyHandlers.ofInputStream());
    String text = text(response);
    return response.statusCode() == status ? text : problem;
  }

  /** Of a refusal; what is no longer one may be long, and is not read to its end. */
  private static String text(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      return new String(body.readNBytes(LONGEST_PROBLEM), StandardCharsets.UTF_8);
    }
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
  public HttpResponse<String> post(String path, String contentType, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", contentType).POST(body).build());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
        .timeout(ANSWER_TIMEOUT)
        .header("Accept", "application/json, application/x-ndjson, application/problem+json")
        .header("Accept-Language", language)
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw refusal(request, response.statusCode(), response.body());
    }
    return Json.lenient().readTree(response.body());
  }

  /** What an answer that is none means for the person. */
  public Refusal refusal(HttpRequest request, int status, String problem) {
    String said =
        "%s (%d, %s %s)"
            .formatted(ProblemText.of(problem), status, request.method(), request.uri().getPath());
    if (Retry.isTryLater(status)) {
      return Refusal.noAnswer(said);
    }
    return new Refusal(status == UNKNOWN_CALLER ? said + TOKEN_ADVICE : said);
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
    } catch (ConnectException | HttpConnectTimeoutException refused) {
      if (reached) {
        throw refused;
      }
      throw Refusal.noAnswer("nothing answers at " + gateway + ": " + remedy());
    } catch (SSLException untrusted) {
      throw new Refusal(
          "no safe connection to %s (%s): the certificate's authority must be known to this JDK"
              .formatted(gateway, untrusted.getMessage()));
    }
  }

  private String remedy() {
    return HERE.equals(gateway.getHost())
        ? "start it with ./duban up"
        : "look whether the address is right and reachable from here";
  }
}
