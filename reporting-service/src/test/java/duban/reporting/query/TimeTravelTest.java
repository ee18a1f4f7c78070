package duban.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.catalogue.Settings;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happened: what is kept up event by event equals the fold from nothing, and what was
 * answered at a moment is answered for that moment ever after, on every report.
 */
@QuarkusTest
@Order(OnRealInfrastructure.EARLY)
class TimeTravelTest extends OnRealInfrastructure {

  private static final int BATCHES = 5;
  private static final int ASKERS = 4;

  /** What was answered at a moment, while it was the present. */
  private record Answered(Instant at, LocalDate today, Map<String, String> answers) {}

  @AfterEach
  void back() {
    City.define(Settings.DEFAULT);
    Service.moveTo("2022-06-30");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void whatWasAnsweredOnceIsAnsweredForThatMomentEverAfter(long seed) {
    History history = new History(seed);
    String token = Tokens.mint("city-viewer", history.city.province());
    List<Answered> answered = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      history.batch();
      settle(history, token);
      answered.add(answered(history, token));
      rollupsAreSums(history, token, "seed %d, batch %d".formatted(seed, batch));
    }
    JsonNode proof = Service.verify();
    assertThat(proof.path("ok").booleanValue()).as("seed %d: %s", seed, proof).isTrue();
    // The last moment is the present: there the fold from nothing meets what was kept up.
    for (Answered then : answered) {
      assertThat(asked(then, token))
          .as("seed %d, as known at %s", seed, then.at())
          .isEqualTo(then.answers());
    }
  }

  /** Applied, and every standing that waits for another day or catalogue told anew. */
  private static void settle(History history, String token) {
    Service.after(
        token,
        "/rollups?year=2022&scope=" + history.city.code(),
        history.districts.toArray(DistrictLedgers[]::new));
    Service.moveTo(history.today.toString());
  }

  private static Answered answered(History history, String token) {
    Instant at = between();
    Map<String, String> asked = new LinkedHashMap<>();
    paths(history).forEach(path -> asked.put(path, path));
    for (int i = 0; i < 2; i++) {
      String asOf = "&asOf=" + history.anyDay();
      for (String path : paths(history)) {
        if (path.startsWith("/rollups") || path.startsWith("/plans") || path.contains("6.1?")) {
          asked.put(path + asOf, path + asOf);
        }
      }
    }
    return new Answered(at, history.today, answers(asked, token));
  }

  /** The same questions of that moment. */
  private static Map<String, String> asked(Answered then, String token) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (String path : then.answers().keySet()) {
      String asOf = path.contains("asOf=") ? "" : "&asOf=" + then.today();
      asked.put(path, path + asOf + "&knownAt=" + then.at());
    }
    return answers(asked, token);
  }

  /** Some at a time, since they are many and each is answered by itself. */
  private static Map<String, String> answers(Map<String, String> asked, String token) {
    Map<String, String> answers = new ConcurrentHashMap<>();
    try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
      List<Future<?>> all = new ArrayList<>();
      asked.forEach((name, path) ->
          all.add(
              askers.submit(() -> answers.put(name, plain(Service.get(token, path).asString())))));
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new TreeMap<>(answers);
  }

  private static List<String> paths(History history) {
    List<String> paths = new ArrayList<>();
    for (City city : List.of(history.city, history.other)) {
      paths.add("/rollups?year=2022&scope=" + city.code() + "");
      paths.add("/scopes/" + city.code() + "/standing?year=2022");
      paths.add(
          "/events/latest?year=2022&limit=50&scope=" + city.code() + "&asOf=" + history.today + "");
    }
    String sum = history.indicators.getFirst().key();
    paths.add("/rollups?year=2022&scope=" + history.city.province() + "&indicator=" + sum + "");
    for (DistrictLedgers district : history.districts) {
      paths.add("/rollups?year=2022&scope=" + district.code() + "");
      paths.add("/plans/" + district.plan() + "/standing?year=2022");
      for (int i : List.of(1, 2, 3, 8)) {
        paths.add("/targets/" + district.target("6." + i) + "?limit=200");
      }
    }
    return paths;
  }

  /** Byte for byte, but for how long an event took to arrive, and what was asked for. */
  private static String plain(String answer) {
    JsonNode json = Service.parse(answer);
    json.findParents("lagMillis").forEach(node -> ((ObjectNode) node).remove("lagMillis"));
    json.findParents("changedAt").forEach(node -> ((ObjectNode) node).remove("changedAt"));
    if (json instanceof ObjectNode top) {
      top.remove(List.of("knownAt", "instance"));
    }
    return json.toString();
  }

  private static void rollupsAreSums(History history, String token, String as) {
    for (City city : List.of(history.city, history.other)) {
      Map<String, BigDecimal> sums = new TreeMap<>();
      JsonNode scope =
          Service.json(Service.get(token, "/scopes/" + city.code() + "/standing?year=2022"));
      for (JsonNode plan : scope.path("plans")) {
        JsonNode standing =
            Service.json(
                Service.get(token, "/plans/" + plan.path("plan").textValue() + "/standing"));
        StreamSupport.stream(standing.path("sections").spliterator(), false)
            .flatMap(section -> StreamSupport.stream(section.path("items").spliterator(), false))
            .flatMap(item -> StreamSupport.stream(item.path("targets").spliterator(), false))
            .filter(target ->
                target.path("indicator").asText().equals(history.indicators.getFirst().key()))
            .forEach(target -> {
              sums.merge("promised", number(target, "promised"), BigDecimal::add);
              sums.merge("reached", number(target, "reached"), BigDecimal::add);
              sums.merge("targets", BigDecimal.ONE, BigDecimal::add);
            });
      }
      JsonNode row =
          Service.json(
                  Service.get(
                      token,
                      "/rollups?year=2022&scope="
                          + city.code()
                          + "&indicator="
                          + history.indicators.getFirst().key()))
              .path("rows")
              .path(0);
      for (Map.Entry<String, BigDecimal> sum : sums.entrySet()) {
        assertThat(number(row, sum.getKey()))
            .as("%s, %s of %s", as, sum.getKey(), city.code())
            .isEqualByComparingTo(sum.getValue());
      }
      assertThat(row.isMissingNode()).as(as).isEqualTo(sums.isEmpty());
    }
  }

  private static BigDecimal number(JsonNode row, String field) {
    return row.path(field).isNumber() ? row.path(field).decimalValue() : BigDecimal.ZERO;
  }

  private static Instant between() {
    Instant now = Instant.now();
    while (!Instant.now().isAfter(now.plusMillis(3))) {
      Thread.onSpinWait();
    }
    return now.plusMillis(1);
  }
}
