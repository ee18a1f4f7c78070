package duban.local.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Brings a file of events to a district's ledger. */
public final class Delivery {

  /** Lines in one request: small enough to be sent again without regret. */
  private static final int CHUNK = 1_000;

  private static final int CHUNK_ATTEMPTS = 8;

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final GatewayClient client;
  private final String path;
  private final Consumer<String> results;
  private final Consumer<Tally> progress;

  /**
   * @param results gets each line's result, as JSON
   * @param progress gets the sums after each request
   */
  public Delivery(
      GatewayClient client, String district, Consumer<String> results, Consumer<Tally> progress) {
    this.client = client;
    this.path = "/districts/" + district + "/events";
    this.results = results;
    this.progress = progress;
  }

  /** What came of the events. */
  public record Tally(long appended, long duplicate, long rejected) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(String status) {
      return switch (status) {
        case "appended" -> new Tally(appended + 1, duplicate, rejected);
        case "duplicate" -> new Tally(appended, duplicate + 1, rejected);
        default -> new Tally(appended, duplicate, rejected + 1);
      };
    }
  }

  /**
   * One JSON document, an event or an array of events, is posted as it is, and is taken whole or
   * not at all. Several JSON objects, one a line, are posted as lines, each with a result of its
   * own, and so has each row of a district's workbook.
   */
  public Tally bring(Path events) throws IOException, InterruptedException {
    if (isWorkbook(events)) {
      return bringWorkbook(events);
    }
    return isOneDocument(events) ? bringDocument(events) : bringLines(events);
  }

  /** Broken JSON counts as one document: the service tells best what is wrong with it. */
  public static boolean isOneDocument(Path events) throws IOException {
    if (isWorkbook(events)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(events);
        JsonParser parser = Json.lenient().createParser(in)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException broken) {
      return true;
    }
  }

  private static boolean isWorkbook(Path events) throws IOException {
    try (InputStream in = Files.newInputStream(events)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    }
  }

  private Tally bringWorkbook(Path events) throws IOException, InterruptedException {
    HttpResponse<String> response =
        Retry.until(() -> client.post(path, WORKBOOK, BodyPublishers.ofFile(events)));
    if (response.statusCode() != 200) {
      throw new IOException(
          "the workbook was answered %d: %s"
              .formatted(response.statusCode(), ProblemText.of(response.body())));
    }
    Tally tally = Tally.NONE;
    for (String row : response.body().lines().toList()) {
      results.accept(row);
      tally = tally.plus(Json.lenient().readTree(row).path("status").asText());
    }
    progress.accept(tally);
    return tally;
  }

  private Tally bringDocument(Path events) throws IOException, InterruptedException {
    HttpResponse<String> response =
        Retry.until(() -> client.post(path, "application/json", BodyPublishers.ofFile(events)));
    results.accept(response.body().strip());
    return switch (response.statusCode()) {
      case 201 -> Tally.NONE.plus("appended");
      case 200 -> Tally.NONE.plus("duplicate");
      default -> Tally.NONE.plus("rejected");
    };
  }

  private Tally bringLines(Path events) throws IOException, InterruptedException {
    Tally tally = Tally.NONE;
    long number = 0;
    try (BufferedReader reader = Files.newBufferedReader(events)) {
      List<Line> chunk = new ArrayList<>();
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (!text.isBlank()) {
          chunk.add(new Line(number, text));
        }
        if (chunk.size() == CHUNK) {
          tally = bringChunk(chunk, tally);
          chunk = new ArrayList<>();
        }
      }
      return chunk.isEmpty() ? tally : bringChunk(chunk, tally);
    }
  }

  /** A line of the file with its number there. */
  private record Line(long number, String text) {}

  /** Lines that were refused only because the ledger was busy are sent again by themselves. */
  private Tally bringChunk(List<Line> chunk, Tally before)
      throws IOException, InterruptedException {
    Tally tally = before;
    List<Line> open = chunk;
    for (int attempt = 1; !open.isEmpty(); attempt++) {
      List<JsonNode> answers = send(open);
      List<Line> busy = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        JsonNode answer = answers.get(i);
        if (attempt < CHUNK_ATTEMPTS
            && Retry.isTryLater(answer.path("problem").path("status").asInt())) {
          busy.add(open.get(i));
        } else {
          tally = tally.plus(answer.path("status").asText());
          report(open.get(i), answer);
        }
      }
      progress.accept(tally);
      open = busy;
      if (!open.isEmpty()) {
        Retry.pause(attempt, Duration.ZERO);
      }
    }
    return tally;
  }

  private List<JsonNode> send(List<Line> lines) throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    lines.forEach(line -> body.append(line.text()).append('\n'));
    HttpResponse<String> response =
        Retry.until(() ->
            client.post(path, "application/x-ndjson", BodyPublishers.ofString(body.toString())));
    if (response.statusCode() != 200) {
      throw new IOException(
          "lines %d to %d were answered %d: %s"
              .formatted(
                  lines.getFirst().number(),
                  lines.getLast().number(),
                  response.statusCode(),
                  ProblemText.of(response.body())));
    }
    List<JsonNode> answers = new ArrayList<>();
    for (String answer : response.body().lines().filter(text -> !text.isBlank()).toList()) {
      answers.add(Json.lenient().readTree(answer));
    }
    if (answers.size() != lines.size()) {
      throw new IOException(
          "%d lines were answered with %d results".formatted(lines.size(), answers.size()));
    }
    return answers;
  }

  private void report(Line line, JsonNode answer) {
    if (answer instanceof ObjectNode result) {
      result.put("line", line.number());
    }
    results.accept(answer.toString());
  }
}
