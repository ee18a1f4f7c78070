package duban.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.gateway.route.HttpClients;
import duban.gateway.route.Upstream;
import duban.gateway.route.UpstreamSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Asks all services the same small question at once. */
@ApplicationScoped
class Services {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClients clients;
  private final UpstreamSettings settings;

  @Inject
  Services(HttpClients clients, UpstreamSettings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  /** The JSON each service has at the path; empty for one that has none or does not answer. */
  Uni<Map<Upstream, Optional<JsonNode>>> ask(String path) {
    return Uni.createFrom().completionStage(() -> askAll(path).toCompletionStage());
  }

  private Future<Map<Upstream, Optional<JsonNode>>> askAll(String path) {
    Future<Map<Upstream, Optional<JsonNode>>> answers =
        Future.succeededFuture(new EnumMap<>(Upstream.class));
    for (Upstream upstream : Upstream.values()) {
      Future<Optional<JsonNode>> answer = ask(upstream, path);
      answers =
          answers.compose(all ->
              answer.map(one -> {
                all.put(upstream, one);
                return all;
              }));
    }
    return answers;
  }

  private Future<Optional<JsonNode>> ask(Upstream upstream, String path) {
    RequestOptions options =
        HttpClients.at(settings.of(upstream))
            .setMethod(HttpMethod.GET)
            .setURI(path)
            .putHeader(HttpHeaders.ACCEPT, "application/json")
            .setIdleTimeout(PATIENCE.toMillis());
    return clients
        .prompt()
        .request(options)
        .compose(HttpClientRequest::send)
        .compose(HttpClientResponse::body)
        .map(Services::json)
        .otherwise(Optional.empty());
  }

  private static Optional<JsonNode> json(Buffer body) {
    try {
      JsonNode read = Json.lenient().readTree(body.toString());
      return read.isObject() ? Optional.of(read) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
