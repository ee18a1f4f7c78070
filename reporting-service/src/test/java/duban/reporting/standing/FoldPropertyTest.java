package duban.reporting.standing;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Period;
import duban.reporting.promise.Definition;
import duban.reporting.promise.Share;
import duban.reporting.standing.Observation.Added;
import duban.reporting.standing.Observation.Answer;
import duban.reporting.standing.Observation.Reported;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random histories: late, out of order, on the same day, ahead of the day. */
class FoldPropertyTest {

  private static final int HISTORIES = 20_000;
  private static final List<Period> PERIODS = List.of(Period.values());
  private static final LocalDate START = LocalDate.of(2022, 1, 1);

  /** The sentence of the domain, word by word, with no fold in it. */
  private static Optional<BigDecimal> valueBySentence(List<Observation> said, LocalDate day) {
    Optional<Reported> latest =
        said.stream()
            .filter(Reported.class::isInstance)
            .map(Reported.class::cast)
            .filter(one -> !one.day().isAfter(day))
            .max(Comparator.comparing(Reported::day).thenComparingLong(Reported::seq));
    List<Added> added =
        said.stream()
            .filter(Added.class::isInstance)
            .map(Added.class::cast)
            .filter(one -> !one.day().isAfter(day))
            .filter(one -> latest.isEmpty() || one.day().isAfter(latest.get().day()))
            .toList();
    if (latest.isEmpty() && added.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal from = latest.map(Reported::value).orElse(BigDecimal.ZERO);
    return Optional.of(added.stream().map(Added::amount).reduce(from, BigDecimal::add));
  }

  /** What the database hands over: the ruling report, and what was added later, by day. */
  private static List<Observation> mattering(List<Observation> said, LocalDate day) {
    Optional<Observation> ruling =
        said.stream()
            .filter(Reported.class::isInstance)
            .filter(one -> !one.day().isAfter(day))
            .max(Observation.ORDER);
    Map<LocalDate, Added> byDay = new TreeMap<>();
    for (Observation one : said) {
      if (one instanceof Added added
          && !added.day().isAfter(day)
          && (ruling.isEmpty() || added.day().isAfter(ruling.get().day()))) {
        byDay.merge(
            added.day(),
            added,
            (a, b) ->
                new Added(
                    a.day(),
                    Math.max(a.seq(), b.seq()),
                    Said.at(Math.max(a.seq(), b.seq())),
                    null,
                    a.amount().add(b.amount()),
                    a.answer()));
      }
    }
    List<Observation> mattering = new ArrayList<>(byDay.values());
    ruling.ifPresent(mattering::add);
    mattering.sort(Observation.ORDER);
    return mattering;
  }

  private static List<Observation> history(Random random) {
    List<Observation> said = new ArrayList<>();
    int length = random.nextInt(12);
    for (int seq = 1; seq <= length; seq++) {
      String day = START.plusDays(random.nextInt(20)).toString();
      String value = BigDecimal.valueOf(random.nextInt(1000), random.nextInt(4)).toPlainString();
      said.add(random.nextBoolean() ? Said.reported(seq, day, value) : Said.added(seq, day, value));
    }
    said.sort(Observation.ORDER);
    return said;
  }

  @Test
  void theFoldSaysWhatTheSentenceSays() {
    Definition target = Targets.of(Kind.QUANTITY).value("100").definition();
    for (long seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      List<Observation> said = history(random);
      LocalDate day = START.plusDays(random.nextInt(22));
      BigDecimal figure = Fold.standing(target, said, day).figure();
      assertThat(Optional.ofNullable(figure).map(BigDecimal::stripTrailingZeros))
          .as("seed %d: %s on %s", seed, said, day)
          .isEqualTo(valueBySentence(said, day).map(BigDecimal::stripTrailingZeros));
    }
  }

  /** Of parts, with verdicts: who said what is drawn for each observation. */
  static List<Observation> answered(Random random) {
    List<Observation> said = new ArrayList<>();
    for (Observation one : history(random)) {
      String part = List.of("", "east", "west", "nowhere").get(random.nextInt(4));
      Verdict verdict = List.of(Verdict.values()).get(random.nextInt(2));
      Answer answer = new Answer(random.nextBoolean() ? verdict : null, random.nextBoolean());
      String of = part.isEmpty() ? null : part;
      String day = one.day().toString();
      said.add(
          switch (one) {
            case Reported it ->
                Said.reported(it.seq(), day, of, it.value().toPlainString(), answer);
            case Added it -> Said.added(it.seq(), day, of, it.amount().toPlainString(), answer);
            case Observation.Stepped it -> it;
            case Observation.Noted it -> it;
          });
    }
    return said;
  }

  private static Optional<BigDecimal> ofParts(List<Observation> said, LocalDate day) {
    Optional<BigDecimal> sum = Optional.empty();
    for (String key : List.of("east", "west")) {
      Optional<BigDecimal> part =
          valueBySentence(said.stream().filter(one -> key.equals(one.part())).toList(), day);
      if (part.isPresent()) {
        sum = Optional.of(sum.orElse(BigDecimal.ZERO).add(part.get()));
      }
    }
    return sum.isPresent()
        ? sum
        : valueBySentence(said.stream().filter(one -> one.part() == null).toList(), day);
  }

  @Test
  void partsAddUpAndDisputedReportsCountAsTheMunicipalitySets() {
    Targets split = Targets.of(Kind.QUANTITY).value("100").parts("east 50", "west 50");
    for (long seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      List<Observation> said = answered(random);
      LocalDate day = START.plusDays(random.nextInt(22));
      boolean disputedCounts = random.nextBoolean();
      Definition target = split.settings(AnswerTest.settings(disputedCounts)).definition();
      List<Observation> counting =
          said.stream().filter(one -> disputedCounts || !one.isDisputed()).toList();
      BigDecimal figure = Fold.standing(target, said, day).figure();
      assertThat(Optional.ofNullable(figure).map(BigDecimal::stripTrailingZeros))
          .as("seed %d: %s on %s", seed, said, day)
          .isEqualTo(ofParts(counting, day).map(BigDecimal::stripTrailingZeros));
    }
  }

  @Test
  void theBasisAloneFoldsIntoTheSameFigure() {
    Targets split = Targets.of(Kind.QUANTITY).value("100").parts("east 50", "west 50");
    int shorter = 0;
    for (long seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      List<Observation> said = answered(random);
      LocalDate day = START.plusDays(random.nextInt(22));
      Definition target = split.settings(AnswerTest.settings(random.nextBoolean())).definition();
      List<Long> places = Basis.of(target, said, day);
      List<Observation> basis = said.stream().filter(one -> places.contains(one.seq())).toList();
      assertThat(basis).as("seed %d", seed).hasSize(places.size());
      assertThat(Fold.standing(target, basis, day).figure())
          .as("seed %d: %s of %s on %s", seed, places, said, day)
          .isEqualTo(Fold.standing(target, said, day).figure());
      shorter += basis.size() < said.size() ? 1 : 0;
    }
    assertThat(shorter).isGreaterThan(HISTORIES / 2);
  }

  @Test
  void whatTheDatabaseLeavesOutDoesNotMatter() {
    Definition quantity = Targets.of(Kind.QUANTITY).value("100").definition();
    for (long seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      List<Observation> said = history(random);
      LocalDate day = START.plusDays(random.nextInt(22));
      assertThat(Fold.standing(quantity, mattering(said, day), day))
          .as("seed %d: %s on %s", seed, said, day)
          .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
          .usingRecursiveComparison()
          .isEqualTo(Fold.standing(quantity, said, day));
    }
  }

  @Test
  void sharesStayBetweenNothingAndAll() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      Kind kind = random.nextBoolean() ? Kind.QUANTITY : Kind.FREQUENCY;
      Targets target =
          Targets.of(kind)
              .value("1")
              .each(PERIODS.get(random.nextInt(PERIODS.size())))
              .baseline("5");
      LocalDate day = START.plusDays(random.nextInt(400));
      Standing standing = Fold.standing(target.definition(), history(random), day);
      assertThat(standing.done()).as("seed %d", seed).isBetween(Share.NONE, Share.WHOLE);
      assertThat(standing.pace()).as("seed %d", seed).isBetween(Share.NONE, Share.WHOLE);
      assertThat(standing.reportedOn() == null && standing.light() == Light.ON_TRACK)
          .as("seed %d: unknown is never green", seed)
          .isFalse();
    }
  }
}
