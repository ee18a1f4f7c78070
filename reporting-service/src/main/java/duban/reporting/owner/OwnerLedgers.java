package duban.reporting.owner;

import duban.contracts.Ledgers;
import duban.door.ServiceToken;
import duban.ledger.chain.LedgerEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Asks plans-service and progress-service for their ledgers. */
@ApplicationScoped
public class OwnerLedgers {

  private final OwnerSettings settings;
  private final ServiceToken token;
  private final HttpClient client;

  OwnerLedgers(OwnerSettings settings, ServiceToken token) {
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

  /** The page of links past {@code seq}, in order; empty at the ledger's end. */
  public Uni<List<LedgerEvent>> after(String ledger, long seq) {
    String path =
        "/api/v1/ledgers/%s/events?after=%d&limit=%d".formatted(ledger, seq, settings.pageEvents());
    return get(ownerOf(ledger), path).map(answer -> LinkReader.page(ledger, answer));
  }

  /** Where every ledger of both owners stands. */
  public Uni<Map<String, Long>> heads() {
    return get(settings.plansUrl(), "/api/v1/ledgers/plans")
        .chain(plans ->
            get(settings.progressUrl(), "/api/v1/ledgers/progress")
                .map(progress -> {
                  Map<String, Long> heads = new TreeMap<>(LinkReader.heads(plans));
                  heads.putAll(LinkReader.heads(progress));
                  return heads;
                }));
  }

  private URI ownerOf(String ledger) {
    return ledger.startsWith(Ledgers.progress("")) ? settings.progressUrl() : settings.plansUrl();
  }

  private Uni<byte[]> get(URI owner, String path) {
    return Uni.createFrom()
        .completionStage(() ->
            client.sendAsync(
                request(owner.resolve(path)),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.maxAnswerBytes())))
        .map(answer -> bodyOf(path, answer))
        .onFailure(failure -> !(failure instanceof OwnerUnavailable))
        .transform(failure -> new OwnerUnavailable(path + " was not answered: " + failure));
  }

  private static byte[] bodyOf(String path, HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      throw new OwnerUnavailable(path + " was answered " + answer.statusCode());
    }
    return answer.body();
  }

  private HttpRequest request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(settings.askTimeout())
        .header("Authorization", token.authorization())
        .header("Accept", "application/json")
        .build();
  }
}
