package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.sample.SampleGateway.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one figure that everybody asks for: new school places in the city. */
final class Headline {

  private static final String ROLLUP = "/rollups?year=2022&scope=320400&indicator=new-seats";
  private static final int PERCENT_DECIMALS = 2;

  private final SampleGateway system;

  Headline(SampleGateway system) {
    this.system = system;
  }

  /** As the rollup says it once it knows of these ledger positions; "" asks for no more. */
  String after(String positions) throws InterruptedException {
    Answer answer =
        positions.isEmpty()
            ? system.get(SampleLoader.BUREAU, ROLLUP)
            : system.get(SampleLoader.BUREAU, ROLLUP, "Duban-After", positions);
    if (!answer.isGood()) {
      return "new seats: no figure yet (" + answer.status() + ")";
    }
    JsonNode row = answer.json().path("rows").path(0);
    return "new seats %s of %s, %s %%, %s"
        .formatted(
            row.path("reached").asText(),
            row.path("promised").asText(),
            percent(row.path("share").decimalValue()),
            row.path("light").asText());
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }
}
