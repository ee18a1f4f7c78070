package duban.reporting.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which problems are asked for.
 *
 * @param year of the plan; 0 for every year
 * @param stand null: however they stand
 * @param item null: of every item
 */
public record ProblemFilter(
    List<String> districts, int year, @Nullable Stand stand, @Nullable String item) {

  /** How a problem stands, as a list asks for it; overdue ones are open too. */
  public enum Stand {
    OPEN,
    RECTIFIED,
    CLOSED,
    OVERDUE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stand> ofWord(String word) {
      return Stream.of(values()).filter(stand -> stand.word().equals(word)).findFirst();
    }
  }

  public static ProblemFilter of(List<String> districts, int year) {
    return new ProblemFilter(districts, year, null, null);
  }
}
