package duban.system;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What a live stream of the whole city told, as {@code kind/key}, until its server died. */
final class Heard {

  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private volatile boolean open;

  Heard(Client client) {
    reader = Thread.ofVirtual().start(() -> listen(client));
  }

  /** Whether the snapshot came: all that changes from now on is told. */
  boolean isOpen() {
    return open;
  }

  List<String> changes() {
    return changes;
  }

  void forget() {
    changes.clear();
  }

  void stop() {
    reader.interrupt();
  }

  private void listen(Client client) {
    try {
      HttpResponse<Stream<String>> response =
          client
              .http()
              .send(
                  client.request("/api/v1/live?scope=320400&year=2022").GET().build(),
                  BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        lines.filter(line -> line.startsWith("data:")).forEach(line -> take(line.substring(5)));
      }
    } catch (IOException | UncheckedIOException serverDied) {
      open = false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(String data) {
    try {
      JsonNode told = Json.lenient().readTree(data);
      if (told.has("kind")) {
        changes.add(told.get("kind").asText() + "/" + told.get("key").asText());
      } else {
        open = true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
