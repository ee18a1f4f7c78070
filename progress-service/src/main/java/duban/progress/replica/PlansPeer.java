package duban.progress.replica;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.door.ServiceToken;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.LinkJson;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Asks plans-service, which owns the plans. Everything here blocks; for virtual threads. */
@ApplicationScoped
class PlansPeer {

  private final ReplicaSettings settings;
  private final ServiceToken token;
  private final HttpClient client;

  PlansPeer(ReplicaSettings settings, ServiceToken token) {
    this.settings = settings;
    this.token = token;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.askTimeout())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  /** The plan's published revision; empty when there is none. */
  Optional<PlanCopy> plan(String plan) throws PeerUnavailable {
    Optional<JsonNode> view = get("/api/v1/plans/" + plan);
    if (view.isEmpty() || !view.get().path("content").isObject()) {
      return Optional.empty();
    }
    JsonNode published = view.get();
    return Optional.of(
        new PlanCopy(
            plan,
            published.path("revision").asInt(),
            published.path("state").asText().equals("closed"),
            published.path("content").toString()));
  }

  /** Links of a plans ledger past {@code after}, in order; empty when there are no more. */
  List<LedgerEvent> events(String ledger, long after) throws PeerUnavailable {
    String path =
        "/api/v1/ledgers/plans/%s/events?after=%d&limit=%d"
            .formatted(Ledgers.key(ledger), after, settings.pageEvents());
    byte[] page = ask(path).orElseThrow(() -> new PeerUnavailable("no ledger " + ledger));
    try {
      return LinkJson.page(ledger, page);
    } catch (IOException | RuntimeException e) {
      throw new PeerUnavailable("no page of " + ledger + ": " + e.getMessage());
    }
  }

  /** Where each plans ledger stands. */
  Map<String, Long> heads() throws PeerUnavailable {
    JsonNode heads =
        get("/api/v1/ledgers/plans").orElseThrow(() -> new PeerUnavailable("no ledgers"));
    Map<String, Long> positions = new TreeMap<>();
    for (JsonNode head : heads.path("ledgers")) {
      positions.put(head.path("ledger").asText(), head.path("seq").asLong());
    }
    return positions;
  }

  private Optional<JsonNode> get(String path) throws PeerUnavailable {
    Optional<byte[]> answer = ask(path);
    try {
      return answer.isEmpty()
          ? Optional.empty()
          : Optional.of(Json.lenient().readTree(answer.get()));
    } catch (IOException e) {
      throw new PeerUnavailable(path + " was not answered with JSON: " + e.getMessage());
    }
  }

  /** Empty for 404. */
  private Optional<byte[]> ask(String path) throws PeerUnavailable {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              request(path),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.maxAnswerBytes()));
      return switch (answer.statusCode()) {
        case 200 -> Optional.of(answer.body());
        case 404 -> Optional.empty();
        default -> throw new PeerUnavailable(path + " was answered " + answer.statusCode());
      };
    } catch (IOException | IllegalStateException e) {
      throw new PeerUnavailable(path + " was not answered: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PeerUnavailable("interrupted");
    }
  }

  private HttpRequest request(String path) {
    URI base = settings.plansUrl();
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(settings.askTimeout())
        .header("Authorization", token.authorization())
        .header("Accept", "application/json")
        .build();
  }
}
