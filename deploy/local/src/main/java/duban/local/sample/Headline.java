package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.sample.SampleGateway.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The one figure that everybody asks for: new school places in the city. */
final class Headline {

  private static final String ROLLUP = "/rollups?year=2022&scope=320400&indicator=new-seats";
  private static final int PERCENT_DECIMALS = 2;

  private final SampleGateway system;

  Headline(SampleGateway system) {
    this.system = system;
  }

  /**
   * New school places.
   *
   * @param share of what was promised, 0 to 1
   * @param light where the city stands
   */
  record NewSeats(BigDecimal promised, BigDecimal reached, BigDecimal share, String light) {

    @Override
    public String toString() {
      return "new seats %s of %s, %s %%, %s"
          .formatted(reached.toPlainString(), promised.toPlainString(), percent(share), light);
    }
  }

  /**
   * As the rollup says it once it knows of these ledger positions; "" asks for no more. Empty while
   * it has no figure yet.
   */
  Optional<NewSeats> after(String positions) throws InterruptedException {
    Answer answer =
        positions.isEmpty()
            ? system.get(SampleLoader.BUREAU, ROLLUP)
            : system.get(SampleLoader.BUREAU, ROLLUP, "Duban-After", positions);
    if (!answer.isGood()) {
      return Optional.empty();
    }
    JsonNode row = answer.json().path("rows").path(0);
    return Optional.of(
        new NewSeats(
            row.path("promised").decimalValue(),
            row.path("reached").decimalValue(),
            row.path("share").decimalValue(),
            row.path("light").asText()));
  }

  static String words(Optional<NewSeats> seats) {
    return seats.map(NewSeats::toString).orElse("new seats: no figure yet");
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }
}
