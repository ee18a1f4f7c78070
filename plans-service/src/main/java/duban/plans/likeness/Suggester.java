package duban.plans.likeness;

import duban.contracts.catalogue.Indicator;
import duban.contracts.plan.Target;
import duban.plans.likeness.Suggestion.Reason;
import duban.plans.rules.PublicationRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Suggests the indicator that a target may add up under. Only one whose unit and kind the target
 * fits is suggested, since publishing would refuse any other.
 */
public final class Suggester {

  /**
   * On the two plans of the sample, each taught by the other, every suggestion from 0.35 up was
   * right; wording that the catalogue was not made from deserves a little more caution.
   */
  private static final double THRESHOLD = 0.4;

  private static final int DECIMALS = 2;

  /** The best first; what people decided goes before what a name sounds like. */
  private static final Comparator<Suggestion> BEST_FIRST =
      Comparator.comparing(Suggestion::score)
          .reversed()
          .thenComparing(Suggestion::reason)
          .thenComparing(Suggestion::indicator)
          .thenComparing(Suggestion::learntFrom, Comparator.nullsLast(Comparator.naturalOrder()));

  private record Clue(Indicator indicator, Title title, Reason reason, @Nullable String from) {}

  private final List<Clue> clues;
  private final Likeness likeness;

  public Suggester(Collection<Indicator> catalogue, List<Learnt> learnt) {
    Map<String, Indicator> byKey =
        catalogue.stream().collect(Collectors.toMap(Indicator::key, Function.identity()));
    this.clues =
        Stream.concat(
                catalogue.stream().flatMap(Suggester::names),
                learnt.stream()
                    .flatMap(known ->
                        Optional.ofNullable(byKey.get(known.indicator())).stream()
                            .map(indicator -> learnt(known, indicator))))
            .toList();
    this.likeness = Likeness.among(clues.stream().map(Clue::title).distinct().toList());
  }

  public Optional<Suggestion> suggest(Target target) {
    Title title = Title.of(target.title());
    return clues.stream()
        .map(clue -> new Scored(clue, likeness.of(title, clue.title())))
        .filter(scored -> scored.score() >= THRESHOLD)
        .filter(scored -> PublicationRules.fits(target, scored.clue().indicator()))
        .map(Scored::suggestion)
        .min(BEST_FIRST);
  }

  private record Scored(Clue clue, double score) {

    Suggestion suggestion() {
      return new Suggestion(
          clue.indicator().key(),
          BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.HALF_UP),
          clue.reason(),
          clue.from());
    }
  }

  private static Stream<Clue> names(Indicator indicator) {
    return Stream.of(indicator.name(), indicator.nameEn())
        .map(name -> new Clue(indicator, Title.of(name), Reason.NAME, null));
  }

  private static Clue learnt(Learnt known, Indicator indicator) {
    return new Clue(indicator, Title.of(known.title()), Reason.LEARNT, known.target());
  }
}
