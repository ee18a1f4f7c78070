package duban.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.local.client.GatewayClient;
import duban.local.client.Retry;
import duban.local.delivery.Entries.Entry;
import duban.local.home.Refusal;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings a file of events to a district's ledger. */
final class Delivery {

  /** One request: small enough to be sent again without regret. */
  private static final int CHUNK_LINES = 1_000;

  private static final int CHUNK_CHARS = 2_000_000;
  private static final int CHUNK_ATTEMPTS = 8;

  private final GatewayClient client;
  private final String path;
  private final Listener listener;

  /** Read from elsewhere when it is stopped. */
  private volatile Tally tally = Tally.NONE;

  Delivery(GatewayClient client, String district, Listener listener) {
    this.client = client;
    this.path = "/districts/" + district + "/events";
    this.listener = listener;
  }

  /** Who is told of what happens, as it happens. */
  interface Listener {

    /** What became of a line, as the service said it, with its number in the file. */
    void result(JsonNode result);

    /** After each request. */
    void progress(Tally tally);
  }

  /** What came of it so far; also when it broke off. */
  Tally tally() {
    return tally;
  }

  /** A document is taken whole or not at all; the rows of a workbook stand each for itself. */
  void bringWhole(Path file, Format format) throws IOException, InterruptedException {
    HttpResponse<String> response =
        Retry.until(() -> client.post(path, format.mediaType(), BodyPublishers.ofFile(file)));
    if (format == Format.XLSX && response.statusCode() == 200) {
      for (String row : response.body().lines().toList()) {
        settle(Json.lenient().readTree(row), 1);
      }
    } else {
      settleDocument(response);
    }
    listener.progress(tally);
  }

  private void settleDocument(HttpResponse<String> response) throws IOException {
    int status = response.statusCode();
    if (status / 100 != 2 && !isOfTheEvents(status)) {
      throw client.refusal(response.request(), status, response.body());
    }
    JsonNode answer = Json.lenient().readTree(response.body());
    ObjectNode result = Json.lenient().createObjectNode();
    if (status / 100 == 2) {
      result.put("status", status == 201 ? "appended" : "duplicate");
      result.setAll((ObjectNode) answer);
    } else {
      result.put("status", "rejected").set("problem", answer);
    }
    settle(result, Math.max(1, answer.path("events").size()));
  }

  /** Refused for what they say, not for who says it or where. */
  private static boolean isOfTheEvents(int status) {
    return status == 400 || status == 409 || status == 413 || status == 422;
  }

  /**
   * @param progress where it begins, and what is told of each step
   */
  void bringLines(Path file, Format format, Progress progress)
      throws IOException, InterruptedException {
    try (Entries entries = Entries.of(file, format)) {
      List<Entry> chunk = new ArrayList<>();
      int chars = 0;
      for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
        if (progress.isKnown(entry.line())) {
          tally = tally.plusKnown();
          continue;
        }
        chunk.add(entry);
        chars += entry.text().length();
        if (chunk.size() == CHUNK_LINES || chars >= CHUNK_CHARS) {
          bringChunk(entries, format, chunk, progress);
          chunk = new ArrayList<>();
          chars = 0;
        }
      }
      if (!chunk.isEmpty()) {
        bringChunk(entries, format, chunk, progress);
      }
      if (tally.all() == 0) {
        judge(entries.body(List.of()), format);
      }
    }
  }

  /** Of what has no row the service still says whether its header is one. */
  private void judge(String header, Format format) throws IOException, InterruptedException {
    if (!header.isBlank()) {
      requireTaken(sendText(format, header));
    }
  }

  /**
   * Lines that were refused only because the ledger was busy are sent again by themselves, and so
   * are those behind a row at which the service gave up a table.
   */
  private void bringChunk(Entries entries, Format format, List<Entry> chunk, Progress progress)
      throws IOException, InterruptedException {
    List<Entry> open = chunk;
    for (int attempt = 1; !open.isEmpty(); attempt++) {
      List<JsonNode> answers = send(format, entries.body(open), open);
      List<Entry> again = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        if (isBusy(answers.get(i))) {
          again.add(open.get(i));
        } else {
          settle(answers.get(i), open.get(i), progress);
        }
      }
      if (!again.isEmpty()) {
        rest(attempt, again);
      }
      again.addAll(open.subList(answers.size(), open.size()));
      open = again;
      listener.progress(tally);
    }
    progress.reached(chunk.getLast().line());
  }

  private static boolean isBusy(JsonNode answer) {
    return Retry.isTryLater(answer.path("problem").path("status").asInt());
  }

  private static void rest(int attempt, List<Entry> busy) {
    if (attempt == CHUNK_ATTEMPTS) {
      throw Refusal.noAnswer(
          "the ledger does not take line %d or %d others now"
              .formatted(busy.getFirst().line(), busy.size() - 1));
    }
    Retry.pause(attempt, Duration.ZERO);
  }

  private List<JsonNode> send(Format format, String body, List<Entry> lines)
      throws IOException, InterruptedException {
    HttpResponse<String> response = sendText(format, body);
    requireTaken(response);
    List<JsonNode> answers = new ArrayList<>();
    for (String answer : response.body().lines().filter(text -> !text.isBlank()).toList()) {
      answers.add(Json.lenient().readTree(answer));
    }
    if (answers.isEmpty() || answers.size() > lines.size()) {
      throw new IOException(
          "lines %d to %d were answered with %d results"
              .formatted(lines.getFirst().line(), lines.getLast().line(), answers.size()));
    }
    return answers;
  }

  private HttpResponse<String> sendText(Format format, String body)
      throws IOException, InterruptedException {
    return Retry.until(() -> client.post(path, format.mediaType(), BodyPublishers.ofString(body)));
  }

  private void requireTaken(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw client.refusal(response.request(), response.statusCode(), response.body());
    }
  }

  private void settle(JsonNode answer, Entry entry, Progress progress) {
    if (answer instanceof ObjectNode result) {
      result.put("line", entry.line());
    }
    progress.settle(entry.line(), answer);
    settle(answer, 1);
  }

  private void settle(JsonNode answer, long events) {
    tally = tally.plus(answer.path("status").asText(), events);
    listener.result(answer);
  }
}
