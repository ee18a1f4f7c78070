package duban.progress;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What tests tell the {@link PlansPeerServer}. */
public final class PlansPeer {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private PlansPeer() {}

  public static void hasPlan(String plan, JsonNode view) {
    call("plans/" + plan, view);
  }

  public static void hasLedger(String key, JsonNode links) {
    call("ledgers/" + key, links);
  }

  public static void goesDown() {
    call("down", Json.lenient().nullNode());
  }

  public static void comesBack() {
    call("up", Json.lenient().nullNode());
  }

  public static int timesAsked(String plan) {
    return call("asked/" + plan, Json.lenient().nullNode()).path("times").asInt();
  }

  private static JsonNode call(String path, JsonNode body) {
    URI uri = URI.create(System.getProperty(PlansPeerServer.ADDRESS) + "/test/" + path);
    try {
      byte[] bytes = Json.lenient().writeValueAsBytes(body);
      HttpRequest request =
          HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofByteArray(bytes)).build();
      return Json.lenient().readTree(HTTP.send(request, BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
