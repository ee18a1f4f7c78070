package duban.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Ledgers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks a running system: every ledger is verified by its owner, and every projection is computed
 * anew from the ledgers.
 */
public final class Audit {

  private final GatewayClient client;
  private final Consumer<Step> progress;

  /**
   * @param progress gets what is being looked at, and how far, about once a second
   */
  public Audit(GatewayClient client, Consumer<Step> progress) {
    this.client = client;
    this.progress = progress;
  }

  /**
   * How far it is.
   *
   * @param checking a ledger's name, or "projections"
   * @param of events; 0 while nobody knows
   */
  public record Step(String checking, long done, long of) {}

  /**
   * What was found.
   *
   * @param ledgers the owners' answers, one for each ledger
   * @param projection reporting-service's answer
   */
  public record Findings(boolean ok, List<JsonNode> ledgers, JsonNode projection) {}

  public Findings run() throws IOException, InterruptedException {
    List<JsonNode> ledgers = new ArrayList<>();
    for (String ledger : ledgers("/ledgers/plans")) {
      ledgers.add(verify("/ledgers/plans/" + Ledgers.key(ledger) + "/verify"));
    }
    for (String ledger : ledgers("/ledgers/progress")) {
      ledgers.add(verify("/districts/" + Ledgers.key(ledger) + "/ledger/verify"));
    }
    JsonNode projection = verify("/projection/verify");
    boolean ok = ledgers.stream().allMatch(Audit::isOk) && isOk(projection);
    return new Findings(ok, ledgers, projection);
  }

  public static boolean isOk(JsonNode answer) {
    return answer.path("ok").asBoolean(false);
  }

  private JsonNode verify(String path) throws IOException, InterruptedException {
    return client.postForLines(path, line -> progress.accept(step(line)));
  }

  private static Step step(JsonNode line) {
    return new Step(
        line.path("checking").asText(), line.path("done").asLong(), line.path("of").asLong());
  }

  private List<String> ledgers(String path) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    client.get(path).path("ledgers").forEach(head -> names.add(head.path("ledger").asText()));
    return names;
  }
}
