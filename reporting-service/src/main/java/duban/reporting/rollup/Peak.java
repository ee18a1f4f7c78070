package duban.reporting.rollup;

import duban.contracts.catalogue.Indicator.Aggregation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figure of an indicator that takes the largest or the latest instead of a sum. A difference
 * cannot say what is left when the largest goes, so it is found anew among the scope's targets of
 * this one indicator whenever one of them changes.
 */
public record Peak(BigDecimal promised, BigDecimal reached, BigDecimal paced) {

  /** One target's figures, and when they were last reported. */
  public record Candidate(
      String target,
      BigDecimal promised,
      BigDecimal reached,
      BigDecimal paced,
      @Nullable LocalDate reportedOn,
      @Nullable Instant reportedAt) {}

  private static final Comparator<Candidate> BY_REPORT =
      Comparator.comparing(
              Candidate::reportedOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(
              Candidate::reportedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(Candidate::target);

  private static final Comparator<Candidate> BY_PROMISE =
      Comparator.comparing(Candidate::promised)
          .thenComparing(Candidate::paced)
          .thenComparing(Candidate::target);

  /** Null where the aggregation is a sum, or nothing is left. */
  public static @Nullable Peak of(Aggregation aggregation, List<Candidate> candidates) {
    return switch (aggregation) {
      case SUM, RATIO, NONE -> null;
      case MAX -> largest(candidates).orElse(null);
      case LATEST ->
          candidates.stream()
              .max(BY_REPORT)
              .map(last -> new Peak(last.promised(), last.reached(), last.paced()))
              .orElse(null);
    };
  }

  private static Optional<Peak> largest(List<Candidate> candidates) {
    Optional<BigDecimal> reached =
        candidates.stream().map(Candidate::reached).max(Comparator.naturalOrder());
    return candidates.stream()
        .max(BY_PROMISE)
        .map(most -> new Peak(most.promised(), reached.orElse(BigDecimal.ZERO), most.paced()));
  }
}
