package duban.reporting.standing;

import duban.reporting.standing.Observation.Added;
import duban.reporting.standing.Observation.Noted;
import duban.reporting.standing.Observation.Reported;
import duban.reporting.standing.Observation.Stepped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The running state of one target's fold. It takes observations in {@link Observation#ORDER} and is
 * small whatever their number, so that a history of any length can be streamed through it.
 */
sealed interface Tally permits Tally.Amount, Tally.Part, Tally.Once, Tally.Words, Steps, Counts {

  /** Whether the observation says anything for a target of this kind. */
  boolean counts(Observation observation);

  /** The state after one more that {@link #counts}. */
  Tally plus(Observation observation);

  Result result(Definition definition);

  static Tally of(Definition definition) {
    return switch (definition.kind()) {
      case QUANTITY, MONEY -> new Amount(BigDecimal.ZERO, null);
      case RATIO, COVERAGE -> new Part(BigDecimal.ZERO, BigDecimal.ONE);
      case PROJECT -> Steps.of(definition);
      case DEADLINE -> new Once(false);
      case FREQUENCY -> new Counts(definition.periods(), List.of());
      case NARRATIVE -> new Words(BigDecimal.ZERO);
    };
  }

  /** The latest report, and what was added on later days. */
  record Amount(BigDecimal value, @Nullable LocalDate reportedOn) implements Tally {

    @Override
    public boolean counts(Observation observation) {
      return switch (observation) {
        case Reported reported -> reported.value() != null;
        // A cumulative report already holds what was added up to its own day.
        case Added added -> reportedOn == null || added.day().isAfter(reportedOn);
        case Stepped _, Noted _ -> false;
      };
    }

    @Override
    public Tally plus(Observation observation) {
      return switch (observation) {
        case Reported(LocalDate day, _, _, BigDecimal stated, _, _) when stated != null ->
            new Amount(stated, day);
        case Added added -> new Amount(value.add(added.amount()), reportedOn);
        case Reported _, Stepped _, Noted _ -> this;
      };
    }

    @Override
    public Result result(Definition definition) {
      return Result.of(definition, value);
    }
  }

  /** The latest numerator and denominator. */
  record Part(BigDecimal numerator, BigDecimal denominator) implements Tally {

    @Override
    public boolean counts(Observation observation) {
      return observation instanceof Reported(_, _, _, _, BigDecimal part, BigDecimal whole)
          && part != null
          && whole != null
          && whole.signum() > 0;
    }

    @Override
    public Tally plus(Observation observation) {
      return observation instanceof Reported(_, _, _, _, BigDecimal part, BigDecimal whole)
              && part != null
              && whole != null
          ? new Part(part, whole)
          : this;
    }

    @Override
    public Result result(Definition definition) {
      return Result.ofShare(definition, numerator, denominator);
    }
  }

  /** Done or not, by the latest word. */
  record Once(boolean done) implements Tally {

    @Override
    public boolean counts(Observation observation) {
      return switch (observation) {
        case Reported reported -> reported.value() != null;
        case Stepped _ -> true;
        case Added _, Noted _ -> false;
      };
    }

    @Override
    public Tally plus(Observation observation) {
      return switch (observation) {
        case Reported(_, _, _, BigDecimal stated, _, _) when stated != null ->
            new Once(stated.signum() > 0);
        case Stepped stepped -> new Once(done || Steps.isCompleted(stepped.milestone()));
        case Reported _, Added _, Noted _ -> this;
      };
    }

    @Override
    public Result result(Definition definition) {
      return Result.of(definition, done ? BigDecimal.ONE : BigDecimal.ZERO);
    }
  }

  /** The latest percentage; words alone are a report, but move nothing. */
  record Words(BigDecimal percent) implements Tally {

    private static final Set<String> DONE = Set.of("done", "completed", "完成", "已完成", "办结");

    @Override
    public boolean counts(Observation observation) {
      return observation instanceof Noted;
    }

    @Override
    public Tally plus(Observation observation) {
      if (!(observation instanceof Noted noted)) {
        return this;
      }
      if (noted.stage() != null && DONE.contains(noted.stage())) {
        return new Words(Definition.HUNDRED);
      }
      return noted.percent() != null ? new Words(noted.percent()) : this;
    }

    @Override
    public Result result(Definition definition) {
      return Result.of(definition, percent);
    }
  }
}
