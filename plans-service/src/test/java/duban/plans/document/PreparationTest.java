package duban.plans.document;

import static duban.plans.document.Readings.item;
import static duban.plans.document.Readings.plan;
import static duban.plans.document.Readings.section;
import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Indicator.Measure;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.PacePoint;
import duban.contracts.plan.Target.Part;
import duban.document.PlanReading;
import duban.document.PlanReading.Words;
import duban.document.TargetReading;
import duban.plans.likeness.Suggester;
import duban.plans.review.Proposal;
import duban.plans.review.Proposal.Role;
import duban.plans.review.Proposal.State;
import duban.plans.rules.PlanRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreparationTest {

  private static final Suggester NO_IDEA = new Suggester(List.of(), List.of());

  static Stream<Arguments> keys() {
    return Stream.of(
        Arguments.of(
            "numbered through",
            plan(section("一", item("一/1"), item("一/2")), section("二", item("二/3"))),
            List.of("1", "2", "3")),
        Arguments.of(
            "each section anew",
            plan(section("一", item("一/1"), item("一/2")), section("二", item("二/1"))),
            List.of("1.1", "1.2", "2.1")),
        Arguments.of(
            "words before the first section",
            plan(section("0", item("0/1"), item("0/2")), section("一", item("一/1"))),
            List.of("0.1", "0.2", "1")),
        Arguments.of(
            "words before a section's first item",
            plan(section("一", item("一/1")), section("二", item("二/0"), item("二/2"))),
            List.of("1", "2.0", "2")),
        Arguments.of(
            "no numbers",
            plan(section("一", item("一/甲"), item("一/乙")), section("二", item("二/丙"))),
            List.of("1.1", "1.2", "2.1")),
        Arguments.of(
            "a number twice",
            plan(section("一", item("一/1"), item("一/2"), item("一/2#2"), item("一/3"))),
            List.of("1", "2", "1.1", "3")),
        Arguments.of(
            "items below items",
            plan(section("一", item("一/1"), item("一/1.1"), item("一/1.2"))),
            List.of("1", "1.1", "1.2")),
        Arguments.of(
            "a number that came before",
            plan(section("一", item("一/甲"), item("一/1")), section("二", item("二/1"))),
            List.of("1.2", "1.1", "2.1")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void keys(String why, PlanReading reading, List<String> keys) {
    Plan outline = prepare(reading, null).outline().plan();

    assertThat(outline.items().map(WorkItem::key)).as(why).containsExactlyElementsOf(keys);
    assertThat(PlanRules.faults(outline)).as(why).isEmpty();
  }

  @Test
  void everyTargetBecomesAProposalUnderTheNextId() {
    Readings result = Readings.of(Kind.QUANTITY);
    result.role = TargetReading.Role.RESULT;
    TargetReading first = Readings.of(Kind.QUANTITY).reading();
    TargetReading second = Readings.of(Kind.NARRATIVE).bare().reading();

    List<Proposal> proposals =
        prepare(plan(section("二", item("二/6", result.reading(), first, second))), null).proposals();

    assertThat(proposals).extracting(Proposal::proposal).containsExactly(1, 2, 3);
    assertThat(proposals)
        .extracting(proposal -> proposal.target().id())
        .as("a result takes no target's number")
        .containsExactly("320404-2023.6.3", "320404-2023.6.1", "320404-2023.6.2");
    assertThat(proposals)
        .extracting(Proposal::role)
        .containsExactly(Role.RESULT, Role.TARGET, Role.TARGET);
    assertThat(proposals).extracting(Proposal::state).containsOnly(State.PROPOSED);
    assertThat(proposals).extracting(Proposal::reading).doesNotContainNull();
  }

  @Test
  void aTargetTakesNoIdOfAnItemBelowItsOwn() {
    TargetReading target = Readings.of(Kind.QUANTITY).reading();

    List<Proposal> proposals =
        prepare(plan(section("一", item("一/1", target, target), item("一/1.1"))), null).proposals();

    assertThat(proposals)
        .extracting(proposal -> proposal.target().id())
        .containsExactly("320404-2023.1.2", "320404-2023.1.3");
  }

  @Test
  void thereIsNothingInTheDraftBeforeItIsDecided() {
    PlanReading reading = plan(section("二", item("二/6", Readings.of(Kind.QUANTITY).reading())));

    assertThat(prepare(reading, null).outline().plan().targets()).isEmpty();
  }

  @Test
  void theSameReadingGivesTheSame() {
    PlanReading reading =
        plan(
            section("二", item("二/6", Readings.of(Kind.QUANTITY).reading())),
            section("三", item("三/7", Readings.of(Kind.COVERAGE).bare().reading())));

    assertThat(prepare(reading, null)).isEqualTo(prepare(reading, null));
  }

  @Test
  void aPublishedPromiseKeepsItsIdAndANewOneGetsAnUnusedOne() {
    PlanReading before =
        plan(
            section(
                "二", item("二/6", titled("新增学位", "个"), titled("新建幼儿园", "所"), titled("更新校车", "辆"))));
    Plan published =
        publishedWith(prepare(before, null).proposals().stream().map(Proposal::target).toList());

    List<Proposal> amended =
        prepare(
                plan(
                    section(
                        "二",
                        item(
                            "二/6",
                            titled("新建公办幼儿园", "所"),
                            titled("改造食堂", "个"),
                            titled("新增学位", "个")))),
                published)
            .proposals();

    assertThat(amended)
        .extracting(proposal -> proposal.target().id())
        .containsExactly("320404-2023.6.2", "320404-2023.6.4", "320404-2023.6.1");
  }

  @Test
  void whatNoDocumentSaysGoesOnWithItsPromiseAndWithNoOther() {
    Target read = prepare(seats(null), null).proposals().getFirst().target();
    Plan published = publishedWith(List.of(enriched(read, null)));

    List<Proposal> amended = prepare(seats(null), published).proposals();

    assertThat(amended.getFirst().target()).isEqualTo(enriched(read, null));
    assertThat(amended.get(1).target().parts()).isNull();
    assertThat(amended.get(1).target().programme()).isNull();
  }

  @Test
  void whatDoesNotFitTheNewWordsIsLeftOutAndSaidSo() {
    Target read = prepare(seats(null), null).proposals().getFirst().target();
    Plan published = publishedWith(List.of(enriched(read, LocalDate.of(2023, 6, 1))));

    Proposal amended = prepare(seats(LocalDate.of(2023, 5, 31)), published).proposals().getFirst();

    assertThat(amended.target().start()).isNull();
    assertThat(amended.target().kind()).isEqualTo(Kind.QUANTITY);
    assertThat(amended.doubts()).extracting(Words::en).anyMatch(why -> why.contains("left out"));
  }

  private static PlanReading seats(@Nullable LocalDate due) {
    Readings seats = Readings.of(Kind.QUANTITY, Operator.EQUAL, "3", "个");
    seats.due = due;
    return plan(section("二", item("二/6", seats.reading(), titled("新建幼儿园", "所"))));
  }

  private static Target enriched(Target read, @Nullable LocalDate start) {
    return new Target(
        read.id(),
        read.title(),
        "New places",
        read.kind(),
        read.operator(),
        read.strict(),
        read.value(),
        read.low(),
        read.high(),
        read.unit(),
        read.stated(),
        "new-seats",
        Measure.FLOW,
        null,
        null,
        read.scope(),
        start,
        read.due(),
        read.projects(),
        read.projectsComplete(),
        null,
        read.period(),
        List.of(new PacePoint(LocalDate.of(2023, 9, 1), new BigDecimal("0.5"))),
        List.of(
            new Part("a", "甲校", null, BigDecimal.ONE, null, null, null),
            new Part("b", "乙校", null, BigDecimal.TWO, null, null, null)),
        "320404-2022.6.1",
        "seats-2021-2023");
  }

  private static Plan publishedWith(List<Target> targets) {
    WorkItem item = new WorkItem("6", "6", "工作6", null, targets);
    return new Plan(
        "320404",
        2023,
        "要点",
        null,
        null,
        null,
        null,
        null,
        List.of(new Plan.Section("二", null, null, List.of(item))));
  }

  private static TargetReading titled(String title, String unit) {
    Readings reading = Readings.of(Kind.QUANTITY, Operator.EQUAL, "3", unit);
    reading.title = title;
    return reading.reading();
  }

  private static Prepared prepare(PlanReading reading, @Nullable Plan published) {
    return Preparation.of(
        reading, "原文", new Preparation.Wanted("320404", 2023, "要点", published), NO_IDEA);
  }
}
