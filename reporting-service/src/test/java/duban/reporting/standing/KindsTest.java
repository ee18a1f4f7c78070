package duban.reporting.standing;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind by operator and direction, on 30 June of a year that began on 1 January: worked out by
 * hand from the domain's sentences. The pace is 180 of 364 days, or 6 of 12 months.
 */
class KindsTest {

  /**
   * The promise is "20", "8..10" or "20!" for a strict one; "-" is none. What was said is "20",
   * "2/5", "甲=completed 乙=started", "60%" of a narrative, or the counts of January, February, ...
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // More is better.
        "quantity  | >=    | more | 40        | -    | 20           | 0.5      | 0.494505 | on-track",
        "quantity  | >=    | more | 40        | -    | 17.81        | 0.44525  | 0.494505 | on-track",
        "quantity  | >=    | more | 40        | -    | 17.8         | 0.445    | 0.494505 | at-risk",
        "quantity  | >=    | more | 40        | -    | 13.9         | 0.3475   | 0.494505 | at-risk",
        "quantity  | >=    | more | 40        | -    | 13.8         | 0.345    | 0.494505 | behind",
        "quantity  | >=    | more | 40        | -    | 40           | 1        | 0.494505 | achieved",
        "quantity  | >=    | more | 40        | -    | 41           | 1        | 0.494505 | achieved",
        "quantity  | >=    | -    | 40        | -    | -            | 0        | 0.494505 | behind",
        "quantity  | >=    | more | 40!       | -    | 40           | 0.999999 | 0.494505 | on-track",
        "quantity  | >=    | more | 40!       | -    | 41           | 1        | 0.494505 | achieved",
        "quantity  | >=    | less | 40        | -    | 20           | 0.5      | 0.494505 | on-track",
        "quantity  | =     | more | 40        | -    | 20           | 0.5      | 0.494505 | on-track",
        "quantity  | =     | more | 40        | -    | 40           | 1        | 0.494505 | achieved",
        "quantity  | =     | more | 40        | -    | 41           | 1        | 0.494505 | achieved",
        "quantity  | about | more | 40        | -    | 38           | 1        | 0.494505 | achieved",
        "quantity  | about | more | 40        | -    | 37.9         | 0.9475   | 0.494505 | on-track",
        "quantity  | about | more | 40!       | -    | 38           | 0.95     | 0.494505 | on-track",
        "quantity  | range | more | 30..40    | -    | 30           | 1        | 0.494505 | achieved",
        "quantity  | range | more | 30..40    | -    | 29           | 0.966667 | 0.494505 | on-track",
        "quantity  | range | more | 30..40    | -    | 50           | 1        | 0.494505 | achieved",
        "quantity  | -     | -    | -         | -    | 1            | 1        | 0.494505 | achieved",
        "quantity  | -     | more | 40        | 30   | 20           | 0.5      | 0.494505 | on-track",
        // Less is better, without a baseline.
        "quantity  | <=    | more | 20        | -    | 20           | 1        | 0.494505 | achieved",
        "quantity  | <=    | -    | 20        | -    | 19           | 1        | 0.494505 | achieved",
        "quantity  | <=    | -    | 20        | -    | 40           | 0.5      | 0.494505 | on-track",
        "quantity  | <=    | -    | 20        | -    | 50           | 0.4      | 0.494505 | at-risk",
        "quantity  | <=    | -    | 20        | -    | 80           | 0.25     | 0.494505 | behind",
        "quantity  | <=    | -    | 20        | -    | -            | 0        | 0.494505 | behind",
        "quantity  | <=    | -    | 0         | -    | 5            | 0        | 0.494505 | behind",
        "quantity  | <=    | -    | 0         | -    | 0            | 1        | 0.494505 | achieved",
        "quantity  | -     | less | 20        | -    | 40           | 0.5      | 0.494505 | on-track",
        "quantity  | =     | less | 20        | -    | 40           | 0.5      | 0.494505 | on-track",
        "quantity  | =     | less | 20        | -    | 18           | 1        | 0.494505 | achieved",
        "quantity  | about | less | 20        | -    | 21           | 1        | 0.494505 | achieved",
        "quantity  | range | less | 8..10     | -    | 10           | 1        | 0.494505 | achieved",
        "quantity  | range | less | 8..10     | -    | 7            | 1        | 0.494505 | achieved",
        "quantity  | range | less | 8..10     | -    | 20           | 0.5      | 0.494505 | on-track",
        // Less is better, from a baseline.
        "quantity  | <=    | -    | 20        | 52   | 36           | 0.5      | 0.494505 | on-track",
        "quantity  | <=    | -    | 20        | 52   | 40           | 0.375    | 0.494505 | at-risk",
        "quantity  | <=    | -    | 20        | 52   | 44           | 0.25     | 0.494505 | behind",
        "quantity  | <=    | -    | 20        | 52   | 60           | 0        | 0.494505 | behind",
        "quantity  | <=    | -    | 20        | 52   | 20           | 1        | 0.494505 | achieved",
        "quantity  | <=    | -    | 20!       | 52   | 20           | 0.999999 | 0.494505 | on-track",
        "quantity  | <=    | -    | 20!       | 52   | 19           | 1        | 0.494505 | achieved",
        "quantity  | <=    | -    | 0         | 10   | 5            | 0.5      | 0.494505 | on-track",
        "quantity  | <=    | -    | 20        | 15   | 40           | 0.5      | 0.494505 | on-track",
        "quantity  | =     | less | 20        | 40   | 30           | 0.5      | 0.494505 | on-track",
        "quantity  | about | less | 20        | 40   | 22           | 0.9      | 0.494505 | on-track",
        "quantity  | range | less | 8..10     | 20   | 15           | 0.5      | 0.494505 | on-track",
        // Money is exact to the fen.
        "money     | >=    | more | 116000000 | -    | 58000000     | 0.5      | 0.494505 | on-track",
        "money     | >=    | more | 116000000 | -    | 115999999.99 | 0.999999 | 0.494505 | on-track",
        "money     | >=    | more | 116000000 | -    | 116000000.00 | 1        | 0.494505 | achieved",
        "money     | <=    | -    | 1000      | 2000 | 1500         | 0.5      | 0.494505 | on-track",
        // Shares.
        "ratio     | >=    | more | 80        | -    | 2/5          | 0.5      | 0.494505 | on-track",
        "ratio     | >=    | more | 80        | -    | 4/5          | 1        | 0.494505 | achieved",
        "ratio     | >=    | more | 66.66     | -    | 2/3          | 1        | 0.494505 | achieved",
        "ratio     | >=    | more | 66.67     | -    | 2/3          | 0.99995  | 0.494505 | on-track",
        "ratio     | >=    | more | 80!       | -    | 4/5          | 0.999999 | 0.494505 | on-track",
        "ratio     | about | more | 80        | -    | 76/100       | 1        | 0.494505 | achieved",
        "ratio     | range | more | 80..90    | -    | 80/100       | 1        | 0.494505 | achieved",
        "ratio     | -     | -    | -         | -    | 1/2          | 0.5      | 0.494505 | on-track",
        "ratio     | <=    | -    | 10        | -    | 2/10         | 0.5      | 0.494505 | on-track",
        "ratio     | <=    | -    | 10        | 30   | 2/10         | 0.5      | 0.494505 | on-track",
        "ratio     | <=    | -    | 10        | 30   | 1/10         | 1        | 0.494505 | achieved",
        "ratio     | =     | less | 10        | -    | 1/20         | 1        | 0.494505 | achieved",
        "ratio     | range | less | 5..10     | -    | 10/100       | 1        | 0.494505 | achieved",
        // A coverage is all of them, unless it names another share.
        "coverage  | =     | more | 100       | -    | 4/5          | 0.8      | 0.494505 | on-track",
        "coverage  | =     | more | 100       | -    | 5/5          | 1        | 0.494505 | achieved",
        "coverage  | -     | -    | -         | -    | 4/5          | 0.8      | 0.494505 | on-track",
        "coverage  | >=    | more | 95        | -    | 96/100       | 1        | 0.494505 | achieved",
        "coverage  | >=    | more | 90        | -    | 14/20        | 0.777778 | 0.494505 | on-track",
        "coverage  | about | more | 100       | -    | 96/100       | 0.96     | 0.494505 | on-track",
        "coverage  | >=    | less | 100       | -    | 5/5          | 1        | 0.494505 | achieved",
        "coverage  | =     | more | 100!      | -    | 5/5          | 1        | 0.494505 | achieved",
        // Done or not.
        "deadline  | -     | -    | -         | -    | 1            | 1        | 0.494505 | achieved",
        "deadline  | -     | -    | -         | -    | 0            | 0        | 0.494505 | behind",
        "deadline  | <=    | less | -         | -    | 0            | 0        | 0.494505 | behind",
        "project   | -     | -    | 3         | -    | 甲=completed   | 0.333333 | 0.494505 | behind",
        "project   | <=    | less | 3         | -    | 甲=completed   | 0.333333 | 0.494505 | behind",
        "project   | >=    | -    | 2         | -    | 甲=in-use 乙=started | 0.5 | 0.494505 | on-track",
        "project   | >=    | -    | 2         | -    | 甲=completed 乙=in-use 丙=started | 1 | 0.494505 | achieved",
        "narrative | -     | -    | -         | -    | 60%          | 0.6      | 0.494505 | on-track",
        "narrative | -     | less | -         | -    | 0%           | 0        | 0.494505 | behind",
        // A count each month.
        "frequency | >=    | more | 1         | -    | 1 1 1 1 1 1  | 0.5      | 0.5      | on-track",
        "frequency | >=    | more | 2         | -    | 2 1 5        | 0.166667 | 0.5      | behind",
        "frequency | >=    | more | 1!        | -    | 1 1 1 1 1 1  | 0        | 0.5      | behind",
        "frequency | about | more | 20        | -    | 19 19 19 19 19 | 0.416667 | 0.5    | at-risk",
        "frequency | <=    | -    | 2         | -    | 2 3 0 1      | 0.25     | 0.5      | behind",
        "frequency | =     | less | 2         | -    | 1 1 1 1 1 1  | 0.5      | 0.5      | on-track",
      })
  void standsWhereTheDomainSays(
      String kind,
      String operator,
      String direction,
      String promise,
      String baseline,
      String said,
      String done,
      String pace,
      String light) {
    Targets target = target(kind, operator, direction, promise, baseline);
    Standing standing = Said.stands(target, "2022-06-30", said(kind, said));
    assertThat(standing.done()).isEqualByComparingTo(done);
    assertThat(standing.pace()).isEqualByComparingTo(pace);
    assertThat(standing.light().word()).isEqualTo(light);
  }

  private static Targets target(
      String kind, String operator, String direction, String promise, String baseline) {
    Targets target = Targets.of(Kind.valueOf(kind.toUpperCase(Locale.ROOT))).each(Period.MONTH);
    if (promise.contains("..")) {
      target.range(promise.split("\\.\\.", 2)[0], promise.split("\\.\\.", 2)[1]);
    } else if (!promise.equals("-")) {
      target.value(promise.replace("!", ""));
    }
    if (promise.endsWith("!")) {
      target.strict();
    }
    if (!baseline.equals("-")) {
      target.baseline(baseline);
    }
    if (!direction.equals("-")) {
      Direction way = Direction.valueOf(direction.toUpperCase(Locale.ROOT));
      target.indicator(new Indicator("k", "名", "n", "个", Aggregation.SUM, way, null, null));
    }
    Arrays.stream(Operator.values())
        .filter(one -> one.sign().equals(operator))
        .forEach(target::operator);
    return target;
  }

  private static Observation[] said(String kind, String said) {
    if (said.equals("-")) {
      return new Observation[0];
    }
    List<Observation> observations = new ArrayList<>();
    for (String one : said.split(" ", -1)) {
      int seq = observations.size() + 1;
      observations.add(
          switch (kind) {
            case "ratio", "coverage" ->
                Said.share(seq, "2022-06-01", one.split("/", 2)[0], one.split("/", 2)[1]);
            case "project" ->
                Said.stepped(seq, "2022-06-01", one.split("=", 2)[0], step(one.split("=", 2)[1]));
            case "narrative" -> Said.noted(seq, "2022-06-01", one.replace("%", ""), null);
            case "frequency" -> Said.added(seq, "2022-%02d-10".formatted(seq), one);
            default -> Said.reported(seq, "2022-06-01", one);
          });
    }
    return observations.toArray(Observation[]::new);
  }

  private static Milestone step(String word) {
    return Milestone.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
