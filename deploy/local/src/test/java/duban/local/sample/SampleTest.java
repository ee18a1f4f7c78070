package duban.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Programme;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleTest {

  private final Sample sample = Sample.load();
  private final Map<String, Indicator> catalogue =
      sample.indicators().stream().collect(Collectors.toMap(Indicator::key, Function.identity()));

  @Test
  void both_plans_carry_every_clear_target() {
    assertThat(sample.planOf("320412").targets()).hasSize(39);
    assertThat(sample.planOf("320481").targets()).hasSize(43);
  }

  @Test
  void both_outlines_are_complete() {
    assertThat(sample.planOf("320412").sections()).hasSize(7);
    assertThat(sample.planOf("320412").items()).hasSize(28);
    assertThat(sample.planOf("320481").sections()).hasSize(5);
    assertThat(sample.planOf("320481").items()).hasSize(13);
  }

  @Test
  void a_target_is_named_after_its_plan_and_item_and_numbered() {
    for (Plan plan : sample.plans()) {
      assertThat(plan.targets().map(Target::id)).doesNotHaveDuplicates();
      assertThat(plan.items().map(Plan.WorkItem::key)).doesNotHaveDuplicates();
      plan.items()
          .forEach(item -> {
            for (int i = 0; i < item.targets().size(); i++) {
              assertThat(item.targets().get(i).id()).isEqualTo(plan.itemId(item) + "." + (i + 1));
            }
          });
    }
  }

  @Test
  void an_indicator_has_one_unit_and_every_quantity_has_an_indicator() {
    assertThat(sample.indicators().stream().map(Indicator::key)).doesNotHaveDuplicates();
    targets()
        .filter(target -> target.indicator() != null)
        .filter(target -> target.unit() != null)
        .forEach(target ->
            assertThat(catalogue.get(target.indicator()).unit())
                .as(target.id())
                .isEqualTo(target.unit()));
    assertThat(targets().filter(target -> target.indicator() == null))
        .allMatch(target -> target.kind() == Kind.PROJECT || target.kind() == Kind.DEADLINE);
    assertThat(
            targets().map(Target::indicator).filter(Objects::nonNull).collect(Collectors.toSet()))
        .isEqualTo(catalogue.keySet());
  }

  @Test
  void shares_are_never_summed() {
    Set<Kind> shares = Set.of(Kind.RATIO, Kind.COVERAGE);
    targets()
        .filter(target -> target.indicator() != null)
        .forEach(target ->
            assertThat(catalogue.get(target.indicator()).aggregation() == Aggregation.RATIO)
                .as(target.id())
                .isEqualTo(shares.contains(target.kind())));
  }

  @Test
  void what_the_districts_promised_adds_up() {
    assertThat(promised("new-seats")).isEqualByComparingTo("11025");
    assertThat(promised("schools-inspected")).isEqualByComparingTo("64");
    assertThat(promised("investment")).isEqualByComparingTo("184200000");
    assertThat(promised("city-new-quality-schools")).isEqualByComparingTo("7");
    assertThat(promised("quality-kindergartens-combined")).isEqualByComparingTo("11");
  }

  @Test
  void a_scaled_figure_keeps_what_the_document_states() {
    Target training = target("320481-2022.4.2.9");
    assertThat(training.value()).isEqualByComparingTo("25000");
    assertThat(training.unit()).isEqualTo("人次");
    assertThat(training.stated()).isEqualTo(new Target.Stated(new BigDecimal("2.5"), "万人次"));
  }

  @Test
  void a_target_is_split_over_parts_that_add_up() {
    Target teachers = target("320412-2022.11.3");
    assertThat(teachers.partList()).hasSize(3).extracting(Target.Part::unit).doesNotContainNull();
    assertThat(
            teachers.partList().stream()
                .map(Target.Part::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(teachers.value());
  }

  @Test
  void a_programme_has_a_slice_in_each_year_and_one_goes_on_from_the_other() {
    Programme programme = sample.programmes().getFirst();
    Target before = sample.plan("320412", 2021).targets().toList().getFirst();
    Target now = target("320412-2022.7.1");
    assertThat(now.continues()).isEqualTo(before.id());
    assertThat(List.of(before, now))
        .allMatch(slice -> programme.key().equals(slice.programme()))
        .allMatch(slice -> programme.indicator().equals(slice.indicator()));
    assertThat(programme.from()).isEqualTo(2021);
    assertThat(before.value().add(now.value())).isLessThan(programme.promised());
  }

  @Test
  void the_seats_are_the_targets_that_the_examples_speak_of() {
    assertThat(target("320412-2022.6.1").indicator()).isEqualTo("new-seats");
    assertThat(target("320481-2022.1.2.1").indicator()).isEqualTo("new-seats");
    assertThat(target("320481-2022.1.2.1").strict()).isTrue();
  }

  private BigDecimal promised(String indicator) {
    return targets()
        .filter(target -> indicator.equals(target.indicator()))
        .map(target -> target.value() != null ? target.value() : target.low())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Target target(String id) {
    List<Target> found = targets().filter(target -> target.id().equals(id)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private Stream<Target> targets() {
    return sample.plans().stream().flatMap(Plan::targets);
  }
}
