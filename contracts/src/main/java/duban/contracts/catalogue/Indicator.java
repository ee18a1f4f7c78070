package duban.contracts.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the municipal catalogue, to which districts' targets are mapped so that they add up.
 *
 * @param key lower-case words joined by hyphens, e.g. {@code new-seats}; never changes
 * @param unit the unit every mapped target is stated in, e.g. 个, 所, 元, %
 * @param aggregation how districts add up
 * @param direction which way is better
 * @param measure flow (adds up over the year) or stock (the latest counts)
 * @param tolerance share by which "about" may fall short; 0.05 unless set
 */
public record Indicator(
    String key,
    String name,
    String nameEn,
    String unit,
    Aggregation aggregation,
    @Nullable Direction direction,
    @Nullable Measure measure,
    @Nullable BigDecimal tolerance) {

  public static final BigDecimal DEFAULT_TOLERANCE = new BigDecimal("0.05");

  public enum Aggregation {
    SUM,
    RATIO,
    MAX,
    LATEST,
    NONE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Direction {
    MORE,
    LESS;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Measure {
    FLOW,
    STOCK;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
