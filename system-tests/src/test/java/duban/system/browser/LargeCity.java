package duban.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import duban.system.Client;
import duban.system.Client.Reply;
import duban.system.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A city beside the sample's, invented: ten districts, each with a plan of 500 targets. */
final class LargeCity {

  static final String CODE = "321100";
  static final String DISTRICT = "321101";
  static final String PLAN = DISTRICT + "-2022";

  private static final int DISTRICTS = 10;
  private static final int SECTIONS = 10;
  private static final int ITEMS_OF_A_SECTION = 10;
  private static final int TARGETS_OF_AN_ITEM = 5;

  private record Indicator(String key, String name, String unit) {}

  private final Client officer;
  private final List<Indicator> indicators;

  private LargeCity(RunningSystem system) {
    officer = new Client(system, system.token("city-admin", "320000"));
    JsonNode all = officer.get("/api/v1/indicators?limit=1000").body().get("indicators");
    indicators =
        StreamSupport.stream(all.spliterator(), false)
            .filter(one -> one.get("aggregation").asText().equals("sum"))
            .map(one ->
                new Indicator(
                    one.get("key").asText(), one.get("name").asText(), one.get("unit").asText()))
            .toList();
  }

  /** Founds it, publishes its plans and reports on half of the targets. */
  static void found(RunningSystem system) {
    LargeCity city = new LargeCity(system);
    city.place(CODE, "city", "320000", "广陵市");
    IntStream.rangeClosed(1, DISTRICTS)
        .mapToObj(n -> "3211%02d".formatted(n))
        .forEach(city::promise);
    city.awaitReports();
  }

  private void promise(String district) {
    place(district, "district", CODE, "第" + district.substring(4) + "区");
    String plan = district + "-2022";
    done(officer.post("/api/v1/plans", "application/json", plan(district)));
    done(officer.post("/api/v1/plans/" + plan + "/publish", "application/json", "{}"));
    String events =
        IntStream.range(0, SECTIONS * ITEMS_OF_A_SECTION)
            .boxed()
            .flatMap(item -> IntStream.rangeClosed(1, 2).mapToObj(n -> report(plan, item + 1, n)))
            .collect(Collectors.joining("\n"));
    String path = "/api/v1/districts/" + district + "/events";
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> done(officer.post(path, "application/x-ndjson", events)));
  }

  private static String report(String plan, int item, int target) {
    return """
    {"id":"%s","type":"progress.reported","target":"%s.%d.%d","asOf":"2022-06-28","value":%d}\
    """
        .formatted(
            UUID.nameUUIDFromBytes((plan + item + "." + target).getBytes(StandardCharsets.UTF_8)),
            plan,
            item,
            target,
            item * 7);
  }

  private String plan(String district) {
    String sections =
        IntStream.range(0, SECTIONS)
            .mapToObj(n -> section(district, n))
            .collect(Collectors.joining(","));
    return """
    {"district":"%s","year":2022,"title":"第%s区2022年教育工作要点","sections":[%s]}\
    """
        .formatted(district, district.substring(4), sections);
  }

  private String section(String district, int section) {
    String items =
        IntStream.range(0, ITEMS_OF_A_SECTION)
            .mapToObj(n -> item(district, section * ITEMS_OF_A_SECTION + n))
            .collect(Collectors.joining(","));
    return """
    {"no":"%d","title":"第%d方面的工作","items":[%s]}\
    """
        .formatted(section + 1, section + 1, items);
  }

  private String item(String district, int item) {
    String targets =
        IntStream.range(0, TARGETS_OF_AN_ITEM)
            .mapToObj(n -> target(district, item, n))
            .collect(Collectors.joining(","));
    return """
    {"key":"%d","title":"第%d项重点工作任务","targets":[%s]}\
    """
        .formatted(item + 1, item + 1, targets);
  }

  private String target(String district, int item, int target) {
    Indicator indicator = indicators.get((item * TARGETS_OF_AN_ITEM + target) % indicators.size());
    return """
    {"id":"%s-2022.%d.%d","title":"%s（第%d项）","kind":"%s","operator":">=","value":%d,"unit":"%s",\
    "indicator":"%s"}\
    """
        .formatted(
            district,
            item + 1,
            target + 1,
            indicator.name(),
            item + 1,
            indicator.unit().equals("元") ? "money" : "quantity",
            800 + item,
            indicator.unit(),
            indicator.key());
  }

  private void place(String code, String level, String parent, String name) {
    done(
        officer.put(
            "/api/v1/districts/" + code,
            """
            {"code":"%s","level":"%s","parent":"%s","name":"%s","nameEn":"Part %s","from":"2016-01-01"}
            """
                .formatted(code, level, parent, name, code)));
  }

  private void awaitReports() {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> {
          JsonNode standing = officer.get("/api/v1/scopes/" + CODE + "/standing?year=2022").body();
          assertThat(standing.path("targets").asInt()).isEqualTo(5_000);
          assertThat(standing.path("reported").asInt()).isEqualTo(2_000);
        });
  }

  private static void done(Reply reply) {
    assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 299);
  }
}
