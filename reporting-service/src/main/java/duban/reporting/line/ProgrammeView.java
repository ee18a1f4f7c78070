package duban.reporting.line;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import duban.contracts.catalogue.Programme;
import duban.reporting.freshness.Freshness;
import duban.reporting.standing.Light;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A programme's whole line.
 *
 * @param slicesPromised what its slices promise over the years; of a stock, the last year's; absent
 *     where figures do not add up
 * @param reached likewise
 * @param share reached of what the programme promises, 0..1
 */
public record ProgrammeView(
    @JsonUnwrapped Programme programme,
    String scope,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Freshness freshness,
    List<Year> years,
    @Nullable BigDecimal slicesPromised,
    @Nullable BigDecimal reached,
    @Nullable BigDecimal share) {

  /** The slices of one year and what they come to. */
  public record Year(
      int year,
      @Nullable BigDecimal promised,
      @Nullable BigDecimal reached,
      @Nullable BigDecimal share,
      @Nullable Light light,
      int targets,
      Map<String, Integer> lights,
      List<LineYear> slices) {}
}
