package duban.door;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks reporting-service, which keeps it, on which day a system with a day of its own stands. */
@ApplicationScoped
class MovedDay {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int OK = 200;

  private final URI today;
  private final ServiceToken token;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  @Inject
  MovedDay(@ConfigProperty(name = "duban.reporting.url") URI reporting, ServiceToken token) {
    this.today = reporting.resolve("/api/v1/today");
    this.token = token;
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  /** Fails where reporting-service does not answer with a day. */
  Uni<LocalDate> ask() {
    return Uni.createFrom()
        .completionStage(() -> client.sendAsync(request(), BodyHandlers.ofByteArray()))
        .map(MovedDay::day);
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(today)
        .timeout(PATIENCE)
        .header("Authorization", token.authorization())
        .header("Accept", "application/json")
        .build();
  }

  private static LocalDate day(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != OK) {
      throw new IllegalStateException("today was answered " + answer.statusCode());
    }
    try {
      JsonNode said = Json.lenient().readTree(answer.body());
      return LocalDate.parse(said.path("today").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
