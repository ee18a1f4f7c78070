package duban.reporting.live;

import com.fasterxml.jackson.databind.JsonNode;
import duban.reporting.live.SseClient.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An open stream that remembers what it heard, for tests of other rooms. */
public final class Streams implements AutoCloseable {

  private final SseClient client;
  private final List<Block> heard = new ArrayList<>();

  private Streams(SseClient client) {
    this.client = client;
  }

  public static Streams of(String token, String scope) {
    Streams stream = new Streams(SseClient.open(token, scope));
    stream.client.next();
    return stream;
  }

  /** The first change of that row, waited for. */
  public JsonNode hears(String kind, String key) {
    if (heard.stream().noneMatch(block -> block.isChange(kind, key))) {
      heard.addAll(client.until(block -> block.isChange(kind, key)));
    }
    return heard.stream()
        .filter(block -> block.isChange(kind, key))
        .findFirst()
        .orElseThrow()
        .data();
  }

  /** Waits for the row to leave the scope, whatever was heard of it before. */
  public void hearsThatItIsGone(String kind, String key) {
    Predicate<Block> gone =
        block -> block.isChange(kind, key) && !block.data().path("row").isObject();
    if (heard.stream().noneMatch(gone)) {
      heard.addAll(client.until(gone));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
