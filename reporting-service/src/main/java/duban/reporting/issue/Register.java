package duban.reporting.issue;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.catalogue.Issue;
import duban.reporting.owner.OwnerSettings;
import duban.reporting.store.Document;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** Tells the catalogue's owner of an issue, who writes it into the catalogue's ledger. */
@ApplicationScoped
class Register {

  private static final String PATH = "/api/v1/issues";

  private final OwnerSettings settings;
  private final HttpClient client;

  Register(OwnerSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.askTimeout())
            .build();
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  /** What became of it. */
  sealed interface Answer {

    /**
     * It is in the ledger.
     *
     * @param seq its place there; null when the owner did not say
     */
    record Taken(@Nullable Long seq) implements Answer {}

    /** It is not in the ledger, and the owner says why. */
    record Refused(int status) implements Answer {}

    /** The owner was not there to take it. */
    record Unreachable() implements Answer {}

    /** It may be in the ledger or not. */
    record Unknown() implements Answer {}
  }

  /** To be called on a virtual thread. A repeat changes nothing. */
  Answer record(Issue issue, String authorization) {
    HttpRequest request =
        HttpRequest.newBuilder(settings.plansUrl().resolve(PATH))
            .timeout(settings.askTimeout())
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Document.write(issue)))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200, 201 -> new Answer.Taken(seq(answer.body()));
        case 502, 503, 504 -> new Answer.Unknown();
        default -> new Answer.Refused(answer.statusCode());
      };
    } catch (ConnectException nobodyThere) {
      return new Answer.Unreachable();
    } catch (IOException lost) {
      return new Answer.Unknown();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Answer.Unknown();
    }
  }

  private static @Nullable Long seq(String receipt) {
    try {
      JsonNode tree = Json.lenient().readTree(receipt);
      JsonNode seq = tree.has("seq") ? tree.path("seq") : tree.path("events").path(0).path("seq");
      return seq.isIntegralNumber() ? seq.longValue() : null;
    } catch (IOException unreadable) {
      return null;
    }
  }
}
