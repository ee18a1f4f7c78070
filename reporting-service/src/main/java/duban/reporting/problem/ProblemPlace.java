package duban.reporting.problem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A problem's place in a list, which goes by the due day: the most urgent first. */
public record ProblemPlace(LocalDate due, String district, String problem) {

  static final ProblemPlace BEGINNING = new ProblemPlace(LocalDate.of(1, 1, 1), "", "");

  private static final int PARTS = 3;

  /** Reads {@link #cursor}; empty for what is none. */
  public static Optional<ProblemPlace> parse(String cursor) {
    String[] parts = cursor.split("/", PARTS);
    try {
      return parts.length == PARTS
          ? Optional.of(new ProblemPlace(LocalDate.parse(parts[0]), parts[1], parts[2]))
          : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  public String cursor() {
    return due + "/" + district + "/" + problem;
  }
}
