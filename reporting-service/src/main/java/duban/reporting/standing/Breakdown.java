package duban.reporting.standing;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Part;
import duban.reporting.promise.Comparison;
import duban.reporting.promise.Definition;
import duban.reporting.standing.Detail.PartRow;
import duban.reporting.standing.Tally.Fraction;
import duban.reporting.standing.Tally.Summable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A target that is split over parts: each part is a promise of its own, and the whole is their sum.
 * What is known of some parts only is not known of the whole: a share counts the bases of those
 * that said nothing, and where that cannot be, or where less is better, they have done nothing of
 * it, and it is not kept before all have reported.
 */
final class Breakdown {

  private Breakdown() {}

  /** The parts' own definitions, by key; empty where the target is not split or cannot add up. */
  static Map<String, Definition> definitions(Definition whole) {
    return switch (whole.kind()) {
      case QUANTITY, MONEY, RATIO, COVERAGE, FREQUENCY -> {
        Map<String, Definition> parts = new LinkedHashMap<>();
        whole.target().partList().forEach(part -> parts.put(part.key(), of(whole, part)));
        yield parts;
      }
      case PROJECT, DEADLINE, NARRATIVE -> Map.of();
    };
  }

  private static Definition of(Definition whole, Part part) {
    Target target = whole.target();
    // The periods of a frequency are those of the whole, else their counts would not add up.
    boolean ownDue = part.due() != null && target.kind() != Kind.FREQUENCY;
    boolean sameShare = part.value() == null && target.kind() == Kind.COVERAGE;
    Target own =
        new Target(
            target.id(),
            part.title(),
            part.titleEn(),
            target.kind(),
            target.operator(),
            target.strict(),
            sameShare ? target.value() : part.value(),
            null,
            null,
            target.unit(),
            null,
            target.indicator(),
            target.measure(),
            null,
            part.denominator(),
            null,
            target.start(),
            ownDue ? part.due() : target.due(),
            null,
            null,
            null,
            target.period(),
            ownDue ? null : target.pace(),
            null,
            null,
            null);
    return new Definition(
        own,
        whole.planStarts(),
        whole.planEnds(),
        whole.reportingIntervalDays(),
        whole.indicator(),
        whole.settings());
  }

  /** The result of the whole from those of its parts that reported; there is at least one. */
  static Result sum(Definition whole, Collection<Fold> parts, LocalDate day) {
    Summable sum = null;
    int known = 0;
    for (Fold part : parts) {
      Summable one = part.hasSpoken() ? (Summable) part.tally() : silent(whole, part);
      if (one != null) {
        known++;
        sum = sum == null ? one : sum.and(one);
      }
    }
    Result result = Objects.requireNonNull(sum).result(whole, day);
    return known == parts.size() || !(whole.falls() || whole.isShare())
        ? result
        : result.known(known, parts.size());
  }

  /** What a part that said nothing weighs in a share; null where that is not known. */
  private static @Nullable Summable silent(Definition whole, Fold part) {
    BigDecimal base = part.definition().target().denominator();
    return whole.isShare() && !whole.falls() && base != null
        ? new Fraction(BigDecimal.ZERO, base)
        : null;
  }

  static List<PartRow> rows(Definition whole, Map<String, Fold> parts) {
    List<PartRow> rows = new ArrayList<>();
    for (Part part : whole.target().partList()) {
      Fold fold = parts.get(part.key());
      if (fold != null) {
        rows.add(row(part, fold.definition(), fold.standing()));
      }
    }
    return rows;
  }

  private static PartRow row(Part part, Definition own, Standing standing) {
    boolean promises = part.value() != null || own.kind() == Kind.COVERAGE;
    return new PartRow(
        part.key(),
        part.title(),
        part.titleEn(),
        part.unit(),
        promises ? Detail.plain(own.promised()) : null,
        Detail.plain(standing.figure()),
        Detail.plain(standing.numerator()),
        Detail.plain(standing.denominator()),
        promises ? Detail.plain(standing.done()) : null,
        promises ? Detail.plain(standing.pace()) : null,
        promises ? standing.light() : null,
        standing.reportedOn());
  }

  /** What the parts promise together; a percentage for a share. Null where one is silent on it. */
  static @Nullable BigDecimal promised(Definition whole, Collection<Fold> parts) {
    BigDecimal numerators = BigDecimal.ZERO;
    BigDecimal bases = BigDecimal.ZERO;
    for (Fold part : parts) {
      Target own = part.definition().target();
      BigDecimal base = whole.isShare() ? own.denominator() : BigDecimal.ONE;
      if (base == null || (own.value() == null && whole.kind() != Kind.COVERAGE)) {
        return null;
      }
      numerators = numerators.add(part.definition().promised().multiply(base));
      bases = bases.add(base);
    }
    if (parts.isEmpty()) {
      return null;
    }
    return whole.isShare() ? Comparison.percent(numerators.movePointLeft(2), bases) : numerators;
  }

  /**
   * Whether the parts promise what the whole does: exactly, or as its range or "about" allows. A
   * percentage is compared with the six decimals that it is told in.
   */
  static boolean addsUp(Definition whole, BigDecimal promised) {
    Target target = whole.target();
    if (target.operator() == Operator.RANGE && target.low() != null && target.high() != null) {
      return promised.compareTo(target.low()) >= 0 && promised.compareTo(target.high()) <= 0;
    }
    BigDecimal leeway = whole.promised().multiply(whole.leeway());
    return promised.subtract(whole.promised()).abs().compareTo(leeway) <= 0;
  }
}
