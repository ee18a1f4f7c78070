package duban.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What tests tell the {@link OwnersServer}. */
public final class Owners {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Owners() {}

  public static void goDown() {
    call("down", Json.lenient().nullNode());
  }

  public static void comeBack() {
    call("up", Json.lenient().nullNode());
  }

  /** How often a page of that ledger was asked for. */
  public static int asked(String ledger) {
    return Integer.parseInt(call("asked/" + ledger, Json.lenient().nullNode()));
  }

  /** What was posted to progress-service, in order. */
  public static JsonNode posted() {
    return Service.parse(call("posted", Json.lenient().nullNode()));
  }

  /** How progress-service answers to what is posted from now on. */
  public static void answer(int status) {
    call("answer", Json.lenient().getNodeFactory().numberNode(status));
  }

  /** What happens while the owner's chain has another hash at that place. */
  public static void whileRewritten(LedgerEvent link, Runnable work) {
    keep(
        new LedgerEvent(
            link.ledger(),
            link.seq(),
            link.id(),
            link.type(),
            link.subject(),
            link.refers(),
            link.recordedAt(),
            link.body(),
            link.bodyDigest(),
            Hash.ZERO));
    try {
      work.run();
    } finally {
      keep(link);
    }
  }

  /** The link as the owner's API shows it. */
  static void keep(LedgerEvent link) {
    try {
      ObjectNode view =
          Json.lenient()
              .createObjectNode()
              .put("seq", link.seq())
              .put("id", link.id())
              .put("type", EventTypes.brief(link.type()))
              .put("fullType", link.type())
              .put("subject", link.subject())
              .put("refers", link.refers())
              .put("recordedAt", link.recordedAt().toString())
              .put("bodyDigest", link.bodyDigest().hex())
              .put("hash", link.hash().hex());
      view.set("body", link.body() == null ? null : Json.lenient().readTree(link.body()));
      call("link/" + link.ledger(), view);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String call(String path, JsonNode body) {
    URI uri = URI.create(System.getProperty(OwnersServer.ADDRESS) + "/test/" + path);
    try {
      byte[] bytes = Json.lenient().writeValueAsBytes(body);
      HttpRequest request =
          HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofByteArray(bytes)).build();
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " was answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
