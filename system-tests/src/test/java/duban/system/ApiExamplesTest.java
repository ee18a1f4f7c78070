package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import duban.contracts.Json;
import duban.system.Described.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every example of the description, sent to the sample as it stands there, in the guide's order. A
 * read must answer 200; anything else is accepted or refused as the description says it may be.
 * With {@code -Dduban.record-examples=true} the answers become the description's examples.
 */
@Tag("api")
class ApiExamplesTest {

  private static final Path EXAMPLES =
      Program.ROOT.resolve("gateway/src/main/resources/api/examples");
  private static final String JSON = "application/json";
  private static final int SHOWN = 2;

  /** A key that comes twice is read by each client as it likes. */
  private static final ObjectReader STRICT =
      Json.lenient().reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

  private static final int MOST_OF_A_STREAM = 2_000;

  private final RunningSystem system = RunningSystem.shared();
  private final Client officer = new Client(system, system.token("city-admin"));
  private final Map<String, Map<String, String>> led = new HashMap<>();
  private final SoftAssertions all = new SoftAssertions();

  private record Answer(int status, String type, String body) {}

  @Test
  void eachWorksAgainstTheSampleAndAnswersWhatIsDescribed() throws IOException {
    Described described = Described.of(system);
    Shapes shapes = new Shapes(described.document());
    List<Operation> operations = described.inTurn();
    assertThat(operations).hasSizeGreaterThan(80);

    for (Operation one : operations) {
      for (Sent sent : Sent.of(one)) {
        check(one, sent, ask(one, sent), shapes);
      }
    }
    all.assertAll();
  }

  private void check(Operation one, Sent sent, Answer answer, Shapes shapes) throws IOException {
    String what = one + " (" + sent.name() + ") answered " + answer.status() + " " + answer.body();
    JsonNode response = one.described().path("responses").path(Integer.toString(answer.status()));
    if (one.method().equals("GET")) {
      all.assertThat(answer.status()).as(what).isEqualTo(200);
    }
    all.assertThat(response.isMissingNode()).as("not described: %s", what).isFalse();
    if (answer.type().equals("application/problem+json")) {
      all.assertThat(response.path("x-problem-types").toString())
          .as("not among its refusals: %s", what)
          .contains(tree(answer.body()).path("type").asText());
    } else if (answer.type().equals(JSON)) {
      all.assertThatCode(() -> STRICT.readTree(answer.body())).as(what).doesNotThrowAnyException();
      JsonNode body = tree(answer.body());
      JsonNode shape = response.path("content").path(JSON).path("schema");
      all.assertThat(shapes.faults(shape, body)).as(what).isEmpty();
      follow(response, body);
    }
    if (answer.status() < 300 && Boolean.getBoolean("duban.record-examples")) {
      record(one.id(), answer);
    }
  }

  /** Keeps what of the answer other operations take as parameters. */
  private void follow(JsonNode response, JsonNode body) {
    for (JsonNode link : response.path("links")) {
      Map<String, String> values =
          led.computeIfAbsent(link.path("operationId").asText(), id -> new HashMap<>());
      link.path("parameters")
          .properties()
          .forEach(one ->
              values.put(
                  one.getKey(),
                  body.at(one.getValue().asText().replace("$response.body#", "")).asText()));
    }
  }

  private Answer ask(Operation one, Sent sent) {
    Map<String, String> values = led.getOrDefault(one.id(), Map.of());
    StringBuilder path = new StringBuilder(one.path());
    List<String> query = new ArrayList<>();
    List<String> headers = new ArrayList<>();
    for (JsonNode parameter : one.described().path("parameters")) {
      String name = parameter.path("name").asText();
      String value = values.getOrDefault(name, parameter.path("example").asText(null));
      if (value == null) {
        continue;
      }
      switch (parameter.path("in").asText()) {
        case "path" -> {
          int at = path.indexOf("{" + name + "}");
          path.replace(at, at + name.length() + 2, encoded(value));
        }
        case "query" -> query.add(name + "=" + encoded(value));
        default -> headers.addAll(List.of(name, value));
      }
    }
    String address = query.isEmpty() ? path.toString() : path + "?" + String.join("&", query);
    HttpRequest.Builder request = officer.request(address, headers.toArray(String[]::new));
    sent.type().ifPresent(type -> request.header("Content-Type", type));
    return answer(request.method(one.method(), sent.publisher()).timeout(Duration.ofSeconds(60)));
  }

  private Answer answer(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          officer.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
      try (InputStream in = response.body()) {
        // A stream has no end.
        byte[] body =
            type.equals("text/event-stream") ? in.readNBytes(MOST_OF_A_STREAM) : in.readAllBytes();
        return new Answer(response.statusCode(), type, new String(body, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void record(String id, Answer answer) throws IOException {
    String ending =
        switch (answer.type()) {
          case JSON -> "json";
          case "text/csv" -> "csv";
          default -> null;
        };
    if (ending != null) {
      String text = ending.equals("json") ? shown(answer.body()) : lines(answer.body());
      Files.writeString(EXAMPLES.resolve(id + "." + ending), text);
    }
  }

  private static String shown(String body) throws IOException {
    JsonNode tree = tree(body);
    shorten(tree);
    return Json.lenient().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
  }

  private static String lines(String body) {
    return String.join("\n", body.lines().limit(SHOWN + 1).toList()) + "\n";
  }

  /** Enough to see the shape. */
  private static void shorten(JsonNode node) {
    if (node instanceof com.fasterxml.jackson.databind.node.ArrayNode list) {
      while (list.size() > SHOWN) {
        list.remove(list.size() - 1);
      }
    }
    node.forEach(ApiExamplesTest::shorten);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static JsonNode tree(String json) throws IOException {
    return Json.lenient().readTree(json);
  }
}
