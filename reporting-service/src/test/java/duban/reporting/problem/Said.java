package duban.reporting.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.DistrictLedgers;

/** Steps of problems of item 6, as a district's ledger says them. */
final class Said {

  private final DistrictLedgers district;

  Said(DistrictLedgers district) {
    this.district = district;
  }

  LedgerEvent opens(String problem, String due) {
    return step("opened", problem, due);
  }

  LedgerEvent rectifies(String problem) {
    return step("rectified", problem, null);
  }

  LedgerEvent verifies(String problem) {
    return step("verified", problem, null);
  }

  LedgerEvent reopens(String problem, String due) {
    return step("reopened", problem, due);
  }

  LedgerEvent step(String step, String problem, String due) {
    ObjectNode body =
        Json.lenient()
            .createObjectNode()
            .put("item", district.target("6"))
            .put("problem", problem)
            .put("text", step + " " + problem);
    if (due != null) {
      body.put("due", due);
    }
    String id = "p-" + district.code() + "-" + (district.progress().seq() + 1);
    return district.progress().say(id, "problem." + step, district.target("6"), problem, body);
  }
}
