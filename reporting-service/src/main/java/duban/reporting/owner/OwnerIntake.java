package duban.reporting.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.progress.ProgressEvent;
import duban.door.ServiceToken;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;

/** Posts events to progress-service, as any system of a district does. */
@ApplicationScoped
public class OwnerIntake {

  private final OwnerSettings settings;
  private final ServiceToken token;
  private final HttpClient client;

  OwnerIntake(OwnerSettings settings, ServiceToken token) {
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

  /** The status of the answer; a failure when there was none. */
  public Uni<Integer> post(String district, String id, String type, ProgressEvent event) {
    URI address = settings.progressUrl().resolve("/api/v1/districts/" + district + "/events");
    return Uni.createFrom()
        .completionStage(() ->
            client.sendAsync(
                HttpRequest.newBuilder(address)
                    .timeout(settings.askTimeout())
                    .header("Authorization", token.authorization())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body(id, type, event)))
                    .build(),
                BodyHandlers.discarding()))
        .map(answer -> answer.statusCode());
  }

  private static byte[] body(String id, String type, ProgressEvent event) {
    ObjectNode body = Json.lenient().valueToTree(event);
    body.put("id", id).put("type", type);
    try {
      return Json.lenient().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a " + type, e);
    }
  }
}
