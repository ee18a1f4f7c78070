package duban.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Ledgers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a running system: every ledger's chain is computed anew by its owner, and every projection
 * from the ledgers.
 */
public final class Audit {

  private final GatewayClient client;

  public Audit(GatewayClient client) {
    this.client = client;
  }

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
      ledgers.add(client.post("/ledgers/plans/" + Ledgers.key(ledger) + "/verify"));
    }
    for (String ledger : ledgers("/ledgers/progress")) {
      ledgers.add(client.post("/districts/" + Ledgers.key(ledger) + "/ledger/verify"));
    }
    JsonNode projection = client.post("/projection/verify");
    boolean ok = ledgers.stream().allMatch(Audit::isOk) && isOk(projection);
    return new Findings(ok, ledgers, projection);
  }

  public static boolean isOk(JsonNode answer) {
    return answer.path("ok").asBoolean(false);
  }

  private List<String> ledgers(String path) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    client.get(path).path("ledgers").forEach(head -> names.add(head.path("ledger").asText()));
    return names;
  }
}
