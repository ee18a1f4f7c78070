package duban.reporting.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Period;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.event.ObservationStore.Wanted;
import duban.reporting.promise.Definition;
import duban.reporting.standing.Fold;
import duban.reporting.standing.Municipality;
import duban.reporting.standing.Observation;
import duban.reporting.standing.Observation.Answer;
import duban.reporting.standing.Said;
import duban.reporting.standing.Standing;
import duban.reporting.standing.Targets;
import duban.reporting.standing.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What the database hands over folds to what everything folds to: for random histories with parts,
 * voids, verdicts and explanations, on random days, as known at random moments, in both settings.
 */
@QuarkusTest
class ObservationStoreTest extends OnRealInfrastructure {

  private static final String DISTRICT = "999999";
  private static final int TARGETS = 400;
  private static final int EVENTS = 14;
  private static final int LOOKS = 15;
  private static final LocalDate START = LocalDate.of(2022, 1, 1);
  private static final List<String> PARTS = List.of("east", "west", "nowhere");
  private static final List<Kind> KINDS =
      List.of(Kind.QUANTITY, Kind.QUANTITY, Kind.RATIO, Kind.MONEY, Kind.FREQUENCY, Kind.DEADLINE);

  @Inject Pool pool;
  @Inject FactStore events;
  @Inject ObservationStore observations;

  private final Random random = new Random(42);
  private final List<LedgerEvent> links = new ArrayList<>();

  /** A target and all that was ever said of it. */
  private record History(Targets target, Wanted wanted, List<LedgerEvent> said) {}

  private static <T> T now(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }

  @Test
  void whatIsLeftOutDoesNotMatter() {
    List<History> histories = new ArrayList<>();
    for (int i = 0; i < TARGETS; i++) {
      histories.add(history(DISTRICT + "-2022.1." + i));
    }
    SqlConnection connection = now(pool.getConnection());
    var transaction = now(connection.begin());
    try {
      List<ProgressFact> facts = links.stream().map(ProgressFact::of).toList();
      now(events.keep(connection, facts));
      now(events.takeBack(connection, facts.stream().filter(ProgressFact::isVoid).toList()));
      now(events.judge(connection, facts.stream().filter(one -> one.verdict() != null).toList()));
      now(events.explain(connection, facts.stream().filter(ProgressFact::isExplanation).toList()));
      for (int look = 0; look < LOOKS; look++) {
        compare(connection, histories, look);
      }
    } finally {
      now(transaction.rollback());
      now(connection.close());
    }
  }

  private void compare(SqlConnection connection, List<History> histories, int look) {
    LocalDate day = START.plusDays(random.nextInt(10));
    Instant knownAt = look == 0 ? null : Said.at(random.nextInt(links.size() + 2));
    Map<String, List<Observation>> found =
        now(
            observations.mattering(
                connection, histories.stream().map(History::wanted).toList(), day, knownAt));
    Map<String, List<Observation>> everyDay =
        now(
            observations.everyDay(
                connection,
                histories.stream().map(History::wanted).toList(),
                day.plusDays(random.nextInt(4)),
                knownAt));
    for (History history : histories) {
      for (boolean disputedCounts : new boolean[] {true, false}) {
        Definition definition =
            history.target().settings(Municipality.disputedCounts(disputedCounts)).definition();
        List<Observation> all = known(history.said(), knownAt == null ? Instant.MAX : knownAt);
        String id = history.wanted().target();
        for (Map<String, List<Observation>> read : List.of(found, everyDay)) {
          Standing reduced = Fold.standing(definition, read.getOrDefault(id, List.of()), day);
          assertThat(reduced)
              .as("%s on %s known at %s, disputed %s: %s", id, day, knownAt, disputedCounts, all)
              .usingComparatorForType(
                  Comparator.nullsFirst(BigDecimal::compareTo), BigDecimal.class)
              .usingRecursiveComparison()
              .isEqualTo(Fold.standing(definition, all, day));
        }
      }
    }
  }

  private History history(String id) {
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    Targets target = Targets.of(kind).value("50").each(Period.WEEK);
    if (random.nextBoolean()) {
      target.parts("east 20 10", random.nextBoolean() ? "west 30 5" : "west -");
    }
    List<LedgerEvent> said = new ArrayList<>();
    int length = random.nextInt(EVENTS);
    for (int i = 0; i < length; i++) {
      LedgerEvent event =
          !said.isEmpty() && random.nextInt(5) < 2
              ? answer(id, said.get(random.nextInt(said.size())))
              : report(id, kind);
      links.add(event);
      said.add(event);
    }
    List<String> parts = target.target(id).partList().stream().map(part -> part.key()).toList();
    return new History(target, new Wanted(id, DISTRICT + "-2022.1", DISTRICT, kind, parts), said);
  }

  private LedgerEvent report(String id, Kind kind) {
    ObjectNode body = Json.lenient().createObjectNode().put("target", id).put("by", "tester");
    if (random.nextBoolean()) {
      body.put("part", PARTS.get(random.nextInt(PARTS.size())));
    }
    if (random.nextInt(6) == 0) {
      body.put("explanation", "因工期顺延");
    }
    // Few days, so that often two speak of the same one.
    String day = START.plusDays(random.nextInt(8)).toString();
    BigDecimal value = BigDecimal.valueOf(random.nextInt(400), random.nextInt(3));
    if (kind == Kind.RATIO) {
      body.put("asOf", day).put("numerator", value).put("denominator", random.nextInt(5));
      return link("progress.reported", id, null, body);
    }
    if (kind == Kind.FREQUENCY || random.nextBoolean()) {
      return link("progress.added", id, null, body.put("on", day).put("amount", value));
    }
    return link("progress.reported", id, null, body.put("asOf", day).put("value", value));
  }

  private LedgerEvent answer(String id, LedgerEvent to) {
    String type =
        switch (random.nextInt(6)) {
          case 0 -> "event.voided";
          case 1, 2, 3 -> "report.disputed";
          case 4 -> "report.verified";
          default -> "report.explained";
        };
    ObjectNode body = Json.lenient().createObjectNode().put("event", to.id()).put("by", "tester");
    return link(type, id, to.id(), body.put("reason", "核查").put("text", "说明"));
  }

  private LedgerEvent link(String type, String subject, String refers, ObjectNode body) {
    long seq = links.size() + 1L;
    return new LedgerEvent(
        "progress/" + DISTRICT,
        seq,
        "x" + seq,
        EventTypes.full(type),
        subject,
        refers,
        Said.at(seq),
        body.toString(),
        Hash.ZERO,
        Hash.ZERO);
  }

  /** Everything that was said and stood by then, in the order of the fold, event by event. */
  private static List<Observation> known(List<LedgerEvent> said, Instant knownAt) {
    List<LedgerEvent> recorded =
        said.stream().filter(one -> !one.recordedAt().isAfter(knownAt)).toList();
    return recorded.stream()
        .map(ProgressFact::of)
        .filter(ProgressFact::isObservation)
        .filter(fact -> answers(fact, recorded).stream().noneMatch(ProgressFact::isVoid))
        .map(fact -> observation(fact, answers(fact, recorded)))
        .sorted(Observation.ORDER)
        .toList();
  }

  private static List<ProgressFact> answers(ProgressFact fact, List<LedgerEvent> recorded) {
    return recorded.stream()
        .filter(one -> fact.link().id().equals(one.refers()))
        .map(ProgressFact::of)
        .toList();
  }

  private static Observation observation(ProgressFact fact, List<ProgressFact> answers) {
    Verdict verdict =
        answers.stream()
            .map(ProgressFact::verdict)
            .filter(one -> one != null)
            .reduce((a, b) -> b)
            .orElse(null);
    boolean explained =
        fact.explanation() != null || answers.stream().anyMatch(ProgressFact::isExplanation);
    Answer answer = new Answer(verdict, explained);
    LedgerEvent link = fact.link();
    return fact.type().equals("progress.added")
        ? new Observation.Added(
            fact.day(), link.seq(), link.recordedAt(), fact.part(), fact.value(), answer)
        : new Observation.Reported(
            fact.day(),
            link.seq(),
            link.recordedAt(),
            fact.part(),
            fact.value(),
            fact.numerator(),
            fact.denominator(),
            answer);
  }
}
