package duban.reporting.standing;

import duban.contracts.plan.Target.Milestone;
import duban.reporting.standing.Observation.Added;
import duban.reporting.standing.Observation.Answer;
import duban.reporting.standing.Observation.Noted;
import duban.reporting.standing.Observation.Reported;
import duban.reporting.standing.Observation.Stepped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Observations in a few words; each is recorded a minute after the one of the seq before. */
public final class Said {

  private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");

  private Said() {}

  public static Observation reported(long seq, String day, String value) {
    return reported(seq, day, null, value, Answer.NONE);
  }

  /** Of a part, and what answered it. */
  public static Observation reported(
      long seq, String day, String part, String value, Answer answer) {
    return new Reported(
        LocalDate.parse(day), seq, at(seq), part, new BigDecimal(value), null, null, answer);
  }

  public static Observation share(long seq, String day, String numerator, String denominator) {
    return share(seq, day, null, numerator, denominator, Answer.NONE);
  }

  public static Observation share(
      long seq, String day, String part, String numerator, String denominator, Answer answer) {
    return new Reported(
        LocalDate.parse(day),
        seq,
        at(seq),
        part,
        null,
        new BigDecimal(numerator),
        new BigDecimal(denominator),
        answer);
  }

  public static Observation added(long seq, String day, String amount) {
    return added(seq, day, null, amount, Answer.NONE);
  }

  public static Observation added(long seq, String day, String part, String amount, Answer answer) {
    return new Added(LocalDate.parse(day), seq, at(seq), part, new BigDecimal(amount), answer);
  }

  public static Observation stepped(long seq, String day, String project, Milestone milestone) {
    return new Stepped(LocalDate.parse(day), seq, at(seq), project, milestone, Answer.NONE);
  }

  public static Observation noted(long seq, String day, String percent, String stage) {
    return new Noted(
        LocalDate.parse(day),
        seq,
        at(seq),
        percent == null ? null : new BigDecimal(percent),
        stage,
        Answer.NONE);
  }

  public static Answer none() {
    return Answer.NONE;
  }

  public static Instant at(long seq) {
    return FIRST.plusSeconds(60 * seq);
  }

  /** Where the target stands after these, given in any order. */
  public static Standing stands(Targets target, String day, Observation... observations) {
    List<Observation> inOrder = Arrays.stream(observations).sorted(Observation.ORDER).toList();
    return Fold.standing(target.definition(), inOrder, LocalDate.parse(day));
  }
}
