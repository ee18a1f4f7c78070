package duban.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.client.GatewayClient;
import duban.local.home.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where a posting of lines stands: what need not be sent, and what is remembered of the rest. */
final class Progress {

  /** Beyond these the mark stays where it is, and what is behind it would be sent again. */
  private static final int MOST_REFUSED = 10_000;

  private final MarkFile file;
  private final Mark from;
  private final Set<Long> refused;
  private long seq;
  private String hash;

  private Progress(MarkFile file, Mark from) {
    this.file = file;
    this.from = from;
    this.refused = new TreeSet<>(from.refused());
    this.seq = from.seq();
    this.hash = from.hash();
  }

  /**
   * Goes on where an earlier posting of the same content broke off, if the ledger has what it
   * acknowledged then. Otherwise everything is sent, which the events' ids make harmless.
   */
  static Progress of(MarkFile file, GatewayClient client, String district)
      throws IOException, InterruptedException {
    Mark kept = file.read();
    return new Progress(file, stands(kept, client, district) ? kept : Mark.NONE);
  }

  private static boolean stands(Mark mark, GatewayClient client, String district)
      throws IOException, InterruptedException {
    if (mark.seq() == 0) {
      return false;
    }
    try {
      JsonNode page =
          client.get("/districts/%s/events?after=%d&limit=1".formatted(district, mark.seq() - 1));
      JsonNode link = page.path("events").path(0);
      return link.path("seq").asLong() == mark.seq()
          && link.path("hash").asText().equals(mark.hash());
    } catch (Refusal unreadable) {
      return false;
    }
  }

  /** The line up to which an earlier posting came; 0 for none. */
  long from() {
    return from.line();
  }

  boolean isKnown(long line) {
    return line <= from.line() && !refused.contains(line);
  }

  void settle(long line, JsonNode answer) {
    if (!answer.has("seq")) {
      refused.add(line);
      return;
    }
    refused.remove(line);
    if (answer.path("seq").asLong() > seq) {
      seq = answer.path("seq").asLong();
      hash = answer.path("hash").asText();
    }
  }

  /** Everything up to this line has its answer. */
  void reached(long line) {
    if (seq > 0 && refused.size() <= MOST_REFUSED) {
      file.write(new Mark(Math.max(line, from.line()), seq, hash, List.copyOf(refused)));
    }
  }

  void done() throws IOException {
    file.remove();
  }
}
