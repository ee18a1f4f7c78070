package duban.reporting.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The loop of supervision as of any day and as known at any moment, over random histories. */
@QuarkusTest
class SupervisionDaysTest extends OnRealInfrastructure {

  private static final int EVENTS = 50;
  private static final int QUESTIONS = 30;
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate PUBLISHED = LocalDate.of(2022, 6, 1);

  /** What each step makes of an item, told apart from the code under test. */
  private static final Map<String, String> STATES =
      Map.of(
          "item.accepted", "accepted",
          "item.completed", "completed",
          "item.confirmed", "confirmed",
          "item.returned", "returned");

  private static final List<String> TYPES =
      List.of(
          "item.accepted",
          "item.completed",
          "item.confirmed",
          "item.returned",
          "item.reminded",
          "item.urged",
          "appraisal.given",
          "progress.added");

  private final City city = City.fresh();
  private final DistrictLedgers wujin = city.district();
  private final List<LedgerEvent> said = new ArrayList<>();
  private final Map<Long, LocalDate> observed = new HashMap<>();

  private void say(String type, LocalDate on) {
    if (type.equals("progress.added")) {
      said.add(wujin.adds("6.1", on.toString(), "1"));
      observed.put(said.getLast().seq(), on);
      return;
    }
    ObjectNode body = Json.lenient().createObjectNode();
    boolean ofPlan = type.equals("appraisal.given");
    body.put(ofPlan ? "plan" : "item", ofPlan ? wujin.plan() : wujin.target("6"));
    if (ofPlan) {
      body.put("score", 80);
    } else {
      // A day that a step names moves nothing.
      body.put("on", on.toString());
    }
    String id = "s-" + wujin.code() + "-" + (wujin.progress().seq() + 1);
    String subject = ofPlan ? wujin.plan() : wujin.target("6");
    said.add(wujin.progress().say(id, type, subject, null, body));
  }

  private void aHistory(Random random) {
    Instant clock = PUBLISHED.atTime(12, 0).atZone(SHANGHAI).toInstant();
    wujin.recordsAt(clock.toString());
    wujin.publishes(Targets.of(Kind.QUANTITY).value("100"));
    for (int i = 0; i < EVENTS; i++) {
      // Often a millisecond on, so that many events lie at a midnight; else a day.
      clock =
          random.nextInt(3) > 0
              ? clock.plusMillis(1)
              : LocalDate.ofInstant(clock.plusMillis(2), SHANGHAI)
                  .plusDays(1)
                  .atStartOfDay(SHANGHAI)
                  .toInstant()
                  .minusMillis(2);
      wujin.recordsAt(clock.toString());
      say(TYPES.get(random.nextInt(TYPES.size())), PUBLISHED.plusDays(random.nextInt(28)));
    }
  }

  private JsonNode get(String path, LocalDate day, Instant at) {
    String when = "asOf=" + day + (at == null ? "" : "&knownAt=" + at);
    return Service.after(city.viewer(), path + when, wujin);
  }

  @Test
  void theLoopOfADayAsKnownAtAMomentIsTheFoldOfWhatWasRecordedByBoth() {
    Random random = new Random(20220701);
    aHistory(random);
    for (int question = 0; question < QUESTIONS; question++) {
      Instant at = random.nextInt(4) == 0 ? null : said.get(random.nextInt(EVENTS)).recordedAt();
      LocalDate day = PUBLISHED.minusDays(2).plusDays(random.nextInt(32));
      JsonNode items =
          get("/supervision?year=2022&scope=" + wujin.code() + "&", day, at).path("items");
      if (day.isBefore(PUBLISHED)) {
        assertThat(items).as("on %s nothing was assigned yet", day).isEmpty();
        String item = "/items/" + wujin.target("6") + "?asOf=" + day;
        Service.get(city.viewer(), item).then().statusCode(404);
        continue;
      }
      String what = "as of " + day + ", known at " + at;
      assertThat(told(items.path(0))).as(what).isEqualTo(folded(day, at));
      JsonNode trail = get("/items/" + wujin.target("6") + "?limit=200&", day, at);
      assertThat(seqs(trail.path("steps"))).as(what).isEqualTo(steps(day, at));
      assertThat(seqs(trail.path("history"))).as(what).isEqualTo(history(day, at));
      JsonNode given = get("/appraisals?year=2022&scope=" + wujin.code() + "&", day, at);
      assertThat(seqs(given.path("appraisals"))).as(what).isEqualTo(appraisals(day, at));
    }
  }

  /** It is judged by all that is known, so the verdict stands with it. */
  @Test
  void aVerdictStandsInTheHistoryWithItsReport() {
    wujin.recordsOn("2022-06-01");
    wujin.publishes(Targets.of(Kind.QUANTITY).value("100"));
    LedgerEvent early = wujin.reports("6.1", "2022-06-02", "5");
    LedgerEvent late = wujin.reports("6.1", "2022-06-20", "9");
    wujin.recordsOn("2022-06-25");
    LedgerEvent verdict = wujin.judges("report.verified", early);
    wujin.judges("report.verified", late);
    JsonNode target = get("/targets/" + wujin.target("6.1") + "?", LocalDate.of(2022, 6, 10), null);
    assertThat(seqs(target.path("history"))).containsExactly(verdict.seq(), early.seq());
  }

  private static List<Long> seqs(JsonNode rows) {
    List<Long> seqs = new ArrayList<>();
    rows.forEach(row -> seqs.add(row.path("seq").longValue()));
    return seqs;
  }

  private static Map<String, String> told(JsonNode item) {
    Map<String, String> told = new TreeMap<>();
    for (String field : List.of("state", "reports", "reminders", "calls")) {
      told.put(field, item.path(field).asText());
    }
    return told;
  }

  /** What had been said by a day and by a moment; an observation is of the day it speaks of. */
  private List<LedgerEvent> world(LocalDate day, Instant at) {
    return said.stream()
        .filter(event -> at == null || !event.recordedAt().isAfter(at))
        .filter(event ->
            !observed
                .getOrDefault(event.seq(), LocalDate.ofInstant(event.recordedAt(), SHANGHAI))
                .isAfter(day))
        .toList();
  }

  private static String brief(LedgerEvent event) {
    return event.type().replace("cn.duban.", "").replaceFirst("\\.v1$", "");
  }

  private Map<String, String> folded(LocalDate day, Instant at) {
    String state = "assigned";
    Map<String, Integer> counts = new HashMap<>();
    for (LedgerEvent event : world(day, at)) {
      state = STATES.getOrDefault(brief(event), state);
      counts.merge(brief(event), 1, Integer::sum);
    }
    return new TreeMap<>(
        Map.of(
            "state", state,
            "reports", Integer.toString(counts.getOrDefault("progress.added", 0)),
            "reminders", Integer.toString(counts.getOrDefault("item.reminded", 0)),
            "calls", Integer.toString(counts.getOrDefault("item.urged", 0))));
  }

  private List<Long> steps(LocalDate day, Instant at) {
    return world(day, at).stream()
        .filter(event -> brief(event).startsWith("item."))
        .map(LedgerEvent::seq)
        .toList();
  }

  private List<Long> history(LocalDate day, Instant at) {
    return world(day, at).reversed().stream()
        .filter(event -> !brief(event).startsWith("appraisal."))
        .map(LedgerEvent::seq)
        .toList();
  }

  private List<Long> appraisals(LocalDate day, Instant at) {
    return world(day, at).reversed().stream()
        .filter(event -> brief(event).startsWith("appraisal."))
        .map(LedgerEvent::seq)
        .toList();
  }

  /** What came in between two points is what was there at the second and not at the first. */
  @Test
  void changesCountWhatWasThereAtTheSecondPointAndNotYetAtTheFirst() {
    Random random = new Random(20220702);
    aHistory(random);
    for (int question = 0; question < QUESTIONS; question++) {
      LocalDate from = PUBLISHED.plusDays(random.nextInt(28));
      LocalDate to = PUBLISHED.plusDays(random.nextInt(28));
      Instant known = said.get(random.nextInt(EVENTS)).recordedAt();
      Instant later = random.nextBoolean() ? known : said.get(random.nextInt(EVENTS)).recordedAt();
      String path =
          "/changes?year=2022&scope=%s&fromAsOf=%s&fromKnownAt=%s&toAsOf=%s&toKnownAt=%s"
              .formatted(wujin.code(), from, known, to, later);
      Map<String, Long> counted = new TreeMap<>();
      Service.after(city.viewer(), path, wujin)
          .path("events")
          .properties()
          .forEach(one -> counted.put(one.getKey(), one.getValue().longValue()));
      List<LedgerEvent> came = new ArrayList<>(world(to, later));
      came.removeAll(world(from, known));
      Map<String, Long> expected = new TreeMap<>();
      came.forEach(event -> expected.merge(brief(event), 1L, Long::sum));
      assertThat(counted).as(path).isEqualTo(expected);
    }
  }
}
