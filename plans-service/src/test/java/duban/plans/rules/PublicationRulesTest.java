package duban.plans.rules;

import static duban.plans.rules.Samples.TARGET;
import static duban.plans.rules.Samples.planWith;
import static duban.plans.rules.Samples.pointers;
import static duban.plans.rules.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.Json;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.catalogue.Programme;
import duban.contracts.plan.Plan;
import duban.contracts.problem.FieldProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationRulesTest {

  private static final Known NOTHING =
      new Known(key -> Optional.empty(), key -> Optional.empty(), Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sum    | 个 | quantity  |           | ",
        "sum    | 所 | quantity  |           | /unit",
        "sum    | 所 | project   |           | ",
        "sum    | %  | ratio     |           | /kind",
        "sum    | 次/月 | frequency |        | /kind",
        "ratio  | %  | ratio     |           | ",
        "ratio  | %  | coverage  |           | ",
        "ratio  | 个 | quantity  |           | /kind",
        "max    | 个 | quantity  |           | ",
        "latest | 元 | money     |           | ",
        "latest | 所 | project   |           | /kind",
        "none   | 次/月 | frequency |        | ",
        "sum    | 人 | falling   | more      | /operator",
        "sum    | 人 | falling   | less      | ",
        "sum    | 个 | quantity  | less      | /operator",
      })
  void targetsFitTheirIndicator(
      String aggregation,
      String unit,
      String sort,
      @Nullable String direction,
      @Nullable String fault) {
    Indicator indicator =
        new Indicator(
            "known",
            "指标",
            "Indicator",
            unit,
            Arrays.stream(Aggregation.values())
                .filter(a -> a.word().equals(aggregation))
                .findFirst()
                .orElseThrow(),
            direction == null ? null : Json.strict().convertValue(direction, Direction.class),
            null,
            null);
    Plan plan = read(planWith(sort, "\"indicator\":\"known\""));

    List<FieldProblem> faults =
        PublicationRules.faults(
            plan,
            new Known(
                key -> Optional.of(indicator).filter(i -> i.key().equals(key)),
                key -> Optional.empty(),
                Map.of()),
            List.of());

    assertThat(pointers(faults)).isEqualTo(fault == null ? List.of() : List.of(TARGET + fault));
  }

  @Test
  void theIndicatorIsKnown() {
    Plan plan = read(planWith("quantity", "\"indicator\":\"unknown\""));

    assertThat(pointers(PublicationRules.faults(plan, NOTHING, List.of())))
        .containsExactly(TARGET + "/indicator");
  }

  @Test
  void aTargetStaysTheSamePromiseOverRevisions() {
    Plan before = read(planWith("quantity", null));
    Plan more = read(planWith("quantity", "\"value\":7000,\"title\":\"更多\""));
    Plan other = read(planWith("money", null));

    assertThat(PublicationRules.faults(more, NOTHING, List.of(before))).isEmpty();
    assertThat(pointers(PublicationRules.faults(other, NOTHING, List.of(before))))
        .containsExactly(TARGET + "/kind", TARGET + "/unit");
    Plan monthly = read(planWith("frequency", null));
    Plan termly = read(planWith("frequency", "\"period\":\"term\""));
    assertThat(pointers(PublicationRules.faults(termly, NOTHING, List.of(monthly))))
        .containsExactly(TARGET + "/period");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"programme\":\"none\"                                | 2021 | 2023 | /programme",
        "\"programme\":\"seats\"                               | 2021 | 2021 | /programme",
        "\"programme\":\"seats\"                               | 2023 | 2024 | /programme",
        "\"programme\":\"seats\"                               | 2022 | 2022 |",
        "\"programme\":\"seats\",\"indicator\":\"known\"   | 2021 | 2023 |",
        "\"programme\":\"seats\",\"indicator\":\"other\"   | 2021 | 2023 | /indicator",
        "\"continues\":\"320412-2021.6.1\"                     | 2021 | 2023 |",
        "\"continues\":\"320412-2021.6.9\"                     | 2021 | 2023 | /continues",
        "\"continues\":\"320412-2020.6.9\"                     | 2021 | 2023 |",
      })
  void linksLeadToWhatIsThere(String patch, int from, int to, @Nullable String fault) {
    Programme programme = new Programme("seats", "行动", null, from, to, "known", null);
    Known known =
        new Known(
            key -> Optional.of(indicator(key)),
            key -> Optional.of(programme).filter(one -> one.key().equals(key)),
            Map.of("320412-2021", Set.of("320412-2021.6.1")));

    List<FieldProblem> faults =
        PublicationRules.faults(read(planWith("quantity", patch)), known, List.of());

    assertThat(pointers(faults)).isEqualTo(fault == null ? List.of() : List.of(TARGET + fault));
  }

  @Test
  void aProgrammeWithoutAnIndicatorTakesAnySlice() {
    Programme programme = new Programme("seats", "行动", null, 2021, 2023, null, null);
    Known known =
        new Known(key -> Optional.of(indicator(key)), key -> Optional.of(programme), Map.of());
    Plan plan = read(planWith("quantity", "\"programme\":\"seats\",\"indicator\":\"other\""));

    assertThat(PublicationRules.faults(plan, known, List.of())).isEmpty();
  }

  @Test
  void theMappingCanBeCheckedAlone() {
    Plan plan = read(planWith("money", "\"indicator\":\"known\""));

    assertThat(pointers(PublicationRules.mapping(plan, key -> Optional.of(indicator(key)))))
        .containsExactly(TARGET + "/unit");
    assertThat(PublicationRules.fits(plan.targets().findFirst().orElseThrow(), indicator("known")))
        .isFalse();
    Plan seats = read(planWith("quantity", "\"indicator\":\"known\""));
    assertThat(PublicationRules.mapping(seats, key -> Optional.of(indicator(key)))).isEmpty();
    assertThat(PublicationRules.fits(seats.targets().findFirst().orElseThrow(), indicator("known")))
        .isTrue();
  }

  private static Indicator indicator(String key) {
    return new Indicator(key, "指标", "Indicator", "个", Aggregation.SUM, null, null, null);
  }
}
