package duban.reporting.standing;

import duban.reporting.promise.Definition;
import duban.reporting.standing.Observation.Added;
import duban.reporting.standing.Observation.Noted;
import duban.reporting.standing.Observation.Reported;
import duban.reporting.standing.Observation.Stepped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The running state of the fold of one target, or of one part of it. It takes observations in
 * {@link Observation#ORDER} and is small whatever their number, so that a history of any length can
 * be streamed through it.
 */
sealed interface Tally permits Tally.Summable, Tally.Once, Tally.Words, Steps {

  /** Whether the observation says anything for a target of this kind. */
  boolean counts(Observation observation);

  /** The state after one more that {@link #counts}. */
  Tally plus(Observation observation);

  /**
   * @param day the day it is told for
   */
  Result result(Definition definition, LocalDate day);

  static Tally of(Definition definition) {
    return switch (definition.kind()) {
      case QUANTITY, MONEY -> Amount.NONE;
      case RATIO, COVERAGE -> Fraction.NONE;
      case PROJECT -> Steps.of(definition);
      case DEADLINE -> new Once(false);
      case FREQUENCY -> new Counts(definition.periods(), Map.of());
      case NARRATIVE -> new Words(definition.settings().doneStages(), BigDecimal.ZERO, false);
    };
  }

  /** What adds up over the parts of a target. */
  sealed interface Summable extends Tally permits Amount, Fraction, Counts {
    Summable and(Summable other);
  }

  /** The latest report, and what was added on later days. */
  record Amount(BigDecimal value, @Nullable LocalDate reportedOn) implements Summable {

    static final Amount NONE = new Amount(BigDecimal.ZERO, null);

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
        case Reported reported when reported.value() != null ->
            new Amount(reported.value(), reported.day());
        case Added added -> new Amount(value.add(added.amount()), reportedOn);
        case Reported _, Stepped _, Noted _ -> this;
      };
    }

    @Override
    public Summable and(Summable other) {
      return other instanceof Amount more ? new Amount(value.add(more.value), reportedOn) : this;
    }

    @Override
    public Result result(Definition definition, LocalDate day) {
      return Result.on(day, definition, value);
    }
  }

  /** The latest numerator and denominator. */
  record Fraction(BigDecimal numerator, BigDecimal denominator) implements Summable {

    static final Fraction NONE = new Fraction(BigDecimal.ZERO, BigDecimal.ZERO);

    @Override
    public boolean counts(Observation observation) {
      return observation instanceof Reported reported
          && reported.numerator() != null
          && reported.denominator() != null
          && reported.denominator().signum() > 0;
    }

    @Override
    public Tally plus(Observation observation) {
      return observation instanceof Reported reported
              && reported.numerator() != null
              && reported.denominator() != null
          ? new Fraction(reported.numerator(), reported.denominator())
          : this;
    }

    @Override
    public Summable and(Summable other) {
      return other instanceof Fraction more
          ? new Fraction(numerator.add(more.numerator), denominator.add(more.denominator))
          : this;
    }

    @Override
    public Result result(Definition definition, LocalDate day) {
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
        case Reported reported when reported.value() != null ->
            new Once(reported.value().signum() > 0);
        case Stepped stepped -> new Once(done || Steps.isCompleted(stepped.milestone()));
        case Reported _, Added _, Noted _ -> this;
      };
    }

    @Override
    public Result result(Definition definition, LocalDate day) {
      return Result.of(definition, done ? BigDecimal.ONE : BigDecimal.ZERO);
    }
  }

  /**
   * The latest percentage, or the latest stage where that says done; words alone are a report, but
   * move nothing.
   *
   * @param doneStages the municipality's words for done
   */
  record Words(List<String> doneStages, BigDecimal percent, boolean done) implements Tally {

    @Override
    public boolean counts(Observation observation) {
      return observation instanceof Noted;
    }

    @Override
    public Tally plus(Observation observation) {
      if (!(observation instanceof Noted noted)) {
        return this;
      }
      BigDecimal said = noted.percent() != null ? noted.percent() : percent;
      // A percentage without a stage is newer than the stage before it.
      boolean saysDone =
          noted.stage() != null ? isDone(noted.stage()) : done && noted.percent() == null;
      return new Words(doneStages, said, saysDone);
    }

    private boolean isDone(String stage) {
      return doneStages.stream().anyMatch(word -> word.equalsIgnoreCase(stage.strip()));
    }

    @Override
    public Result result(Definition definition, LocalDate day) {
      return Result.of(definition, done ? Definition.HUNDRED : percent);
    }
  }
}
