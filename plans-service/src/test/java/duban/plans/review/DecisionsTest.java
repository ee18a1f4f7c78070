package duban.plans.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.Json;
import duban.contracts.catalogue.Indicator;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.contracts.problem.FieldProblem;
import duban.document.Span;
import duban.plans.likeness.Suggestion;
import duban.plans.review.Proposal.Decided;
import duban.plans.review.Proposal.Origin;
import duban.plans.review.Proposal.Role;
import duban.plans.review.Proposal.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person may decide, and what the draft is then. */
class DecisionsTest {

  private static final Decided AUTHOR =
      new Decided("zl-planner", Instant.parse("2023-01-10T01:00:00Z"), null);
  private static final Indicator NEW_SEATS =
      read(
          """
          {"key":"new-seats","name":"新增学位","nameEn":"New seats","unit":"个","aggregation":"sum","direction":"more"}
          """,
          Indicator.class);

  private static final Plan.Responsibility LED =
      new Plan.Responsibility(List.of(new Plan.Unit("基建科", "科长", null)), null, null);

  private final Review review = review();

  @Test
  void nothingIsInTheDraftBeforeItIsDecided() {
    assertThat(review.draft().targets()).isEmpty();
    assertThat(review.undecided()).isEqualTo(2);
    assertThat(review.prospect().targets()).hasSize(2);
  }

  @Test
  void whatIsAcceptedIsInTheDraftAndWhatIsRejectedIsNot() {
    Change change =
        granted(
            decision(1, "accept", "\"suggested\":true"), decision(2, "reject", "\"reason\":\"旧\""));

    assertThat(change.after().draft().targets())
        .extracting(Target::id, Target::indicator)
        .containsExactly(tuple("320404-2023.6.1", "new-seats"));
    assertThat(change.after().undecided()).isZero();
    assertThat(change.lines())
        .extracting(HistoryLine::action)
        .containsExactly("accepted", "rejected");
    assertThat(change.lines().get(1).reason()).isEqualTo("旧");
    assertThat(change.lines().getFirst().before()).contains("\"state\":\"proposed\"");
  }

  @Test
  void anEditMayMoveATargetToAnotherItem() {
    Change change =
        granted(decision(1, "edit", "\"target\":" + target("320404-2023.7.9", "学位", 1300)));

    assertThat(change.changed().getFirst().item()).isEqualTo("7");
    assertThat(change.changed().getFirst().state()).isEqualTo(State.EDITED);
    assertThat(change.after().nextTarget("7")).isEqualTo("320404-2023.7.10");
    assertThat(change.changed().getFirst().proposed().value()).isEqualTo(new BigDecimal("1200"));
  }

  @Test
  void aResultIsATargetOnceAPersonWordsIt() {
    Change change =
        granted(decision(3, "edit", "\"target\":" + target("320404-2023.6.3", "去年成果", 5)));

    assertThat(change.changed().getFirst().role()).isEqualTo(Role.TARGET);
    assertThat(change.after().draft().targets()).hasSize(1);
  }

  @Test
  void whatIsReopenedIsAsItWasRead() {
    Review edited =
        granted(decision(1, "edit", "\"target\":" + target("320404-2023.6.1", "学位", 9))).after();

    Review reopened = granted(edited, decision(1, "reopen", "\"reason\":\"再看\"")).after();

    assertThat(reopened.draft().targets()).isEmpty();
    assertThat(reopened.proposals().getFirst().target())
        .isEqualTo(review.proposals().getFirst().target());
    assertThat(reopened.undecided()).isEqualTo(2);
  }

  @Test
  void mappingWhatWaitsLeavesItWaiting() {
    Review mapped = granted(decision(1, "map", "\"indicator\":\"new-seats\"")).after();

    assertThat(mapped.undecided()).isEqualTo(2);
    assertThat(granted(mapped, decision(1, "accept", "\"reason\":\"好\"")).after().draft().targets())
        .extracting(Target::indicator)
        .containsExactly("new-seats");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(decision(9, "accept", null), "/decisions/0/proposal"),
        Arguments.of(decision(3, "accept", null), "/decisions/0/decision"),
        Arguments.of(decision(1, "edit", null), "/decisions/0/target"),
        Arguments.of(
            decision(1, "edit", "\"target\":" + target("320404-2023.8.1", "学位", 1)),
            "/decisions/0/target/id"),
        Arguments.of(
            decision(1, "edit", "\"target\":" + target("320404-2023.6.1", "学位", -1)),
            "/decisions/0/target/value"),
        Arguments.of(
            decision(1, "edit", "\"target\":" + target("320404-2023.6.2", "学位", 1)), "/decisions"),
        Arguments.of(
            decision(1, "accept", "\"indicator\":\"unheard-of\""), "/decisions/0/indicator"),
        Arguments.of(decision(2, "accept", "\"indicator\":\"new-seats\""), "/decisions/0/unit"),
        Arguments.of(decision(1, "reject", "\"reason\":\" \""), "/decisions/0/reason"),
        Arguments.of(
            decision(1, "reject", "\"indicator\":\"new-seats\""), "/decisions/0/indicator"),
        Arguments.of(
            decision(1, "accept", "\"target\":" + target("320404-2023.6.1", "学位", 1)),
            "/decisions/0/target"));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource
  void wrong(Decision decision, String pointer) {
    assertThat(refused(decision)).extracting(FieldProblem::pointer).contains(pointer);
  }

  @Test
  void oneWrongDecisionKeepsNone() {
    assertThat(refused(decision(1, "accept", null), decision(1, "reject", null)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/decisions/1/proposal");
  }

  /** Whatever people do, the draft holds the accepted and edited ones and nothing else. */
  @Test
  void theDraftIsAlwaysWhatWasDecided() {
    Random random = new Random(7);
    Review now = review;
    for (int step = 0; step < 500; step++) {
      Decision any = any(random);
      if (Decisions.apply(now, List.of(any), DecisionsTest::indicator, AUTHOR)
          instanceof Outcome.Changed changed) {
        now = changed.change().after();
      }
      assertThat(now.draft().targets())
          .containsExactlyInAnyOrderElementsOf(
              now.proposals().stream().filter(Proposal::isInDraft).map(Proposal::target).toList());
    }
    assertThat(now.proposals()).hasSize(3);
  }

  private static Decision any(Random random) {
    List<String> verbs = List.of("accept", "edit", "reject", "reopen", "map");
    String verb = verbs.get(random.nextInt(verbs.size()));
    int proposal = 1 + random.nextInt(3);
    String id = "320404-2023." + (6 + random.nextInt(2)) + "." + (1 + random.nextInt(4));
    return decision(
        proposal,
        verb,
        verb.equals("edit") ? "\"target\":" + target(id, "学位", random.nextInt(3)) : null);
  }

  @Test
  void whoMarksWordsAddsATarget() {
    String text = "新增学位1200个，新建2所幼儿园。";
    Marking marking =
        read(
            "{\"start\":10,\"end\":17,\"quote\":\"新建2所幼儿园\",\"target\":%s}"
                .formatted(target("320404-2023.6.4", "新建幼儿园", 2)),
            Marking.class);

    Outcome outcome = marking.apply(review, text, DecisionsTest::indicator, AUTHOR);

    assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    Change change = ((Outcome.Changed) outcome).change();
    assertThat(change.changed().getFirst().quote()).isEqualTo("新建2所幼儿园");
    assertThat(change.changed().getFirst().origin()).isEqualTo(Origin.ADDED);
    assertThat(change.after().draft().targets()).extracting(Target::id).contains("320404-2023.6.4");
    assertThat(change.after().undecided()).as("the others still wait").isEqualTo(2);
  }

  static Stream<Arguments> wrongMarks() {
    return Stream.of(
        Arguments.of(0, 99, null, "320404-2023.6.4", "/end"),
        Arguments.of(5, 5, null, "320404-2023.6.4", "/end"),
        Arguments.of(0, 4, "新建学位", "320404-2023.6.4", "/quote"),
        Arguments.of(0, 4, "新增学位", "320404-2023.6.1", "/target/id"),
        Arguments.of(0, 4, "新增学位", "320404-2023.9.1", "/target/id"));
  }

  @ParameterizedTest
  @MethodSource
  void wrongMarks(int start, int end, String quote, String id, String pointer) {
    Marking marking = new Marking(start, end, quote, read(target(id, "学位", 1), Target.class));

    Outcome outcome = marking.apply(review, "新增学位1200个。", DecisionsTest::indicator, AUTHOR);

    assertThat(((Outcome.Refused) outcome).faults())
        .extracting(FieldProblem::pointer)
        .containsExactly(pointer);
  }

  @Test
  void titlesChangeAndWhatTheyWereIsKept() {
    Titles titles =
        read(
            """
            {"title":"新要点","sections":[{"section":0,"title":"新部分"}],"items":[{"item":"6","title":"新工作","titleEn":"New"}]}
            """,
            Titles.class);

    Change change = ((Outcome.Changed) titles.apply(review, AUTHOR)).change();

    Plan draft = change.after().draft();
    assertThat(draft.title()).isEqualTo("新要点");
    assertThat(draft.sections().getFirst().title()).isEqualTo("新部分");
    assertThat(draft.items().map(WorkItem::title)).containsExactly("新工作", "教师");
    assertThat(change.lines().getFirst().before()).contains("学校").contains("要点");
  }

  @Test
  void partsAndLinksAndResponsibilityGoThroughAReview() {
    String plain = target("320404-2023.6.1", "学位", 9);
    String linked =
        plain.substring(0, plain.lastIndexOf('}'))
            + """
            ,"parts":[{"key":"a","title":"甲","value":9}],"continues":"320404-2022.6.1","programme":"seats"}
            """;
    Review edited = granted(decision(1, "edit", "\"target\":" + linked)).after();
    Review mapped = granted(edited, decision(1, "map", "\"indicator\":\"new-seats\"")).after();
    Titles titles = read("{\"items\":[{\"item\":\"6\",\"title\":\"新工作\"}]}", Titles.class);

    Plan draft = ((Outcome.Changed) titles.apply(mapped, AUTHOR)).change().after().draft();

    Target target = draft.targets().findFirst().orElseThrow();
    assertThat(target.partList()).extracting(Target.Part::key).containsExactly("a");
    assertThat(target.continues()).isEqualTo("320404-2022.6.1");
    assertThat(target.programme()).isEqualTo("seats");
    assertThat(target.indicator()).isEqualTo("new-seats");
    assertThat(draft.items().findFirst().orElseThrow().responsibility()).isEqualTo(LED);
  }

  @Test
  void titlesOfWhatIsNotThereAreRefused() {
    Titles titles =
        read(
            """
            {"sections":[{"section":5,"title":"新"}],"items":[{"item":"66","title":"新"}]}
            """,
            Titles.class);

    assertThat(((Outcome.Refused) titles.apply(review, AUTHOR)).faults())
        .extracting(FieldProblem::pointer)
        .containsExactly("/sections", "/items");
  }

  private static Review review() {
    WorkItem schools = new WorkItem("6", "6", "学校", null, List.of(), LED);
    WorkItem teachers = new WorkItem("7", "7", "教师", null, List.of());
    Plan plan =
        new Plan(
            "320404",
            2023,
            "要点",
            null,
            null,
            null,
            null,
            null,
            List.of(new Plan.Section("二", "条件", null, List.of(schools, teachers))));
    Suggestion seats =
        new Suggestion("new-seats", new BigDecimal("0.90"), Suggestion.Reason.NAME, null);
    List<Proposal> proposals = new ArrayList<>();
    proposals.add(proposal(1, Role.TARGET, target("320404-2023.6.1", "新增学位", 1200), seats));
    proposals.add(
        proposal(2, Role.TARGET, target("320404-2023.6.2", "新建学校", 2).replace("个", "所"), null));
    proposals.add(proposal(3, Role.RESULT, target("320404-2023.6.3", "去年成果", 5), null));
    return new Review(1, 4, new Outline(plan), proposals);
  }

  private static Proposal proposal(
      int number, Role role, String json, @Nullable Suggestion suggestion) {
    Target target = read(json, Target.class);
    return new Proposal(
        number,
        "6",
        role,
        Origin.READ,
        State.PROPOSED,
        new Span(0, 4),
        "新增学位",
        target,
        target,
        new BigDecimal("0.9"),
        List.of(),
        suggestion,
        null,
        null);
  }

  private static String target(String id, String title, int value) {
    return """
    {"id":"%s","title":"%s","kind":"quantity","operator":">=","value":%d,"unit":"个"}
    """
        .formatted(id, title, value);
  }

  private static Decision decision(int proposal, String verb, @Nullable String more) {
    return read(
        "{\"proposal\":%d,\"decision\":\"%s\"%s}"
            .formatted(proposal, verb, more == null ? "" : "," + more),
        Decision.class);
  }

  private Change granted(Decision... decisions) {
    return granted(review, decisions);
  }

  private static Change granted(Review before, Decision... decisions) {
    Outcome outcome = Decisions.apply(before, List.of(decisions), DecisionsTest::indicator, AUTHOR);
    assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    return ((Outcome.Changed) outcome).change();
  }

  private List<FieldProblem> refused(Decision... decisions) {
    Outcome outcome = Decisions.apply(review, List.of(decisions), DecisionsTest::indicator, AUTHOR);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).faults();
  }

  private static Optional<Indicator> indicator(String key) {
    return key.equals(NEW_SEATS.key()) ? Optional.of(NEW_SEATS) : Optional.empty();
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.strict().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
