package duban.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.progress.ProgressEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChronicleTest {

  private static final LocalDate MIDYEAR = LocalDate.of(2022, 6, 30);
  private static final LocalDate YEAR_END = LocalDate.of(2022, 12, 31);

  private final Sample sample = Sample.load();
  private final List<Posting> postings = Chronicle.of(sample);
  private final Known known = new Known(postings);

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    assertThat(bytes(Chronicle.of(sample))).isEqualTo(bytes(postings));
    assertThat(bytes(Chronicle.of(sample, Year2022.told(), 2022))).isEqualTo(bytes(postings));
    assertThat(bytes(Chronicle.of(sample, Year2022.told(), 2023))).isNotEqualTo(bytes(postings));
  }

  @Test
  void a_year_is_between_700_and_1500_events_and_has_every_type() {
    assertThat(events()).hasSizeBetween(700, 1500);
    assertThat(events().stream().map(e -> e.get("type").asText()).collect(Collectors.toSet()))
        .isEqualTo(ProgressEvent.TYPES.keySet());
  }

  @Test
  void ids_are_numbered_in_the_order_of_posting() {
    for (Plan plan : sample.plans()) {
      List<String> ids =
          of(plan.district())
              .flatMap(posting -> posting.events().stream())
              .map(event -> event.get("id").asText())
              .toList();
      assertThat(ids).isSorted().doesNotHaveDuplicates();
      String prefix = plan.district().equals("320412") ? "wj" : "ly";
      assertThat(ids.getFirst()).isEqualTo(prefix + "-2022-000001");
      assertThat(ids.getLast()).isEqualTo("%s-2022-%06d".formatted(prefix, ids.size()));
    }
  }

  @Test
  void every_event_fits_its_schema_once_its_author_stands_beside_it() {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://duban.cn/schemas/", "classpath:schemas/")));
    for (JsonNode event : events()) {
      ObjectNode body = ((ObjectNode) event.deepCopy()).put("by", "somebody");
      String type = EventTypes.full(body.remove("type").asText());
      body.remove("id");
      Schema schema =
          registry.getSchema(SchemaLocation.of("https://duban.cn/schemas/" + type + ".json"));
      assertThat(
              schema.validate(
                  body.toString(),
                  InputFormat.JSON,
                  context -> context.executionConfig(c -> c.formatAssertionsEnabled(true))))
          .as(event.toString())
          .isEmpty();
    }
  }

  @Test
  void every_event_reads_strictly_as_its_record() throws Exception {
    for (JsonNode event : events()) {
      ObjectNode body = event.deepCopy();
      String type = body.remove("type").asText();
      body.remove("id");
      assertThat(Json.strict().treeToValue(body, ProgressEvent.TYPES.get(type))).isNotNull();
    }
  }

  @Test
  void nothing_is_posted_before_it_happened_nor_happens_outside_the_year() {
    for (Posting posting : postings) {
      for (JsonNode event : posting.events()) {
        Stream.of("asOf", "on")
            .filter(event::has)
            .map(field -> LocalDate.parse(event.get(field).asText()))
            .forEach(day -> {
              assertThat(day).as(event.toString()).isBeforeOrEqualTo(posting.day());
              assertThat(day.getYear()).isEqualTo(2022);
            });
      }
    }
  }

  @Test
  void targets_and_items_are_the_plans() {
    Set<String> known = new HashSet<>();
    for (Plan plan : sample.plans()) {
      plan.targets().forEach(target -> known.add(target.id()));
      plan.items().forEach(item -> known.add(plan.itemId(item)));
    }
    for (JsonNode event : events()) {
      Stream.of("target", "item")
          .filter(event::has)
          .forEach(field -> assertThat(known).contains(event.get(field).asText()));
    }
  }

  @Test
  void every_target_is_spoken_of() {
    Set<String> spoken =
        events().stream().map(event -> event.path("target").asText()).collect(Collectors.toSet());
    assertThat(spoken).containsAll(targetIds());
  }

  @Test
  void a_split_target_is_reported_by_its_parts_and_never_as_a_whole() {
    Map<String, Set<String>> parts = new HashMap<>();
    for (JsonNode event : events()) {
      parts
          .computeIfAbsent(event.path("target").asText(), target -> new HashSet<>())
          .add(event.path("part").asText());
    }
    sample
        .planOf("320412")
        .targets()
        .filter(target -> !target.partList().isEmpty())
        .forEach(target ->
            assertThat(parts.get(target.id()))
                .containsExactlyInAnyOrderElementsOf(
                    target.partList().stream().map(Target.Part::key).toList()));
    assertThat(known.value("320412-2022.11.3", YEAR_END))
        .isBetween(new BigDecimal("500"), new BigDecimal("520"));
  }

  @Test
  void a_void_or_a_check_speaks_of_an_event_posted_before_and_a_correction_is_whole() {
    for (Plan plan : sample.plans()) {
      Set<String> posted = new HashSet<>();
      of(plan.district())
          .forEach(posting -> {
            for (JsonNode event : posting.events()) {
              if (event.has("event")) {
                assertThat(posted).as(event.toString()).contains(event.get("event").asText());
              }
              assertThat(posting.isWhole() || !event.get("type").asText().equals("event.voided"))
                  .isTrue();
            }
            posting.events().forEach(event -> posted.add(event.get("id").asText()));
          });
    }
  }

  @Test
  void what_stands_never_falls_but_where_the_story_says_so() {
    Set<String> fallsBack = Set.of("320412-2022.7.2", "320481-2022.3.2.2");
    Set<String> corrected =
        Set.of("320412-2022.6.1", "320412-2022.10.1", "320481-2022.1.2.2", "320481-2022.4.3.1");
    Set<String> fell = new HashSet<>();
    for (String target : targetIds()) {
      BigDecimal before = BigDecimal.ZERO;
      for (LocalDate day = LocalDate.of(2022, 1, 1);
          !day.isAfter(YEAR_END);
          day = day.plusDays(1)) {
        BigDecimal value = known.value(target, day);
        if (value.compareTo(before) < 0) {
          fell.add(target);
        }
        before = value;
      }
    }
    assertThat(fell).containsExactlyInAnyOrderElementsOf(union(fallsBack, corrected));
  }

  @Test
  void reports_come_late_and_out_of_order() {
    Map<String, LocalDate> latest = new HashMap<>();
    long late = 0;
    long outOfOrder = 0;
    for (Posting posting : postings) {
      for (JsonNode event : posting.events()) {
        if (event.has("asOf")) {
          LocalDate asOf = LocalDate.parse(event.get("asOf").asText());
          String target = event.get("target").asText();
          late += asOf.plusDays(20).isBefore(posting.day()) ? 1 : 0;
          outOfOrder += asOf.isBefore(latest.getOrDefault(target, asOf)) ? 1 : 0;
          latest.merge(target, asOf, (one, other) -> one.isAfter(other) ? one : other);
        }
      }
    }
    assertThat(late).isGreaterThanOrEqualTo(8);
    assertThat(outOfOrder).isGreaterThanOrEqualTo(5);
  }

  @Test
  void at_midyear_the_seats_stand_at_4810_of_11025() {
    assertThat(known.value("320412-2022.6.1", MIDYEAR)).isEqualByComparingTo("3200");
    assertThat(known.value("320481-2022.1.2.1", MIDYEAR)).isEqualByComparingTo("1610");
  }

  @Test
  void at_the_year_end_the_seats_are_there() {
    assertThat(known.value("320412-2022.6.1", YEAR_END)).isEqualByComparingTo("6325");
    assertThat(known.value("320481-2022.1.2.1", YEAR_END)).isEqualByComparingTo("4760");
  }

  @Test
  void certificates_that_were_withdrawn_are_made_good_by_the_year_end() {
    assertThat(known.value("320412-2022.7.2", LocalDate.of(2022, 11, 30))).isLessThan(of80(85));
    assertThat(known.value("320412-2022.7.2", YEAR_END)).isGreaterThanOrEqualTo(of80(85));
  }

  private static BigDecimal of80(int percent) {
    return BigDecimal.valueOf(80L * percent, 2);
  }

  @Test
  void the_school_that_slips_opens_in_the_autumn() {
    String school = "320412-2022.6.2";
    assertThat(known.projects(school, LocalDate.of(2022, 9, 1), "in-use")).isEmpty();
    assertThat(known.projects(school, LocalDate.of(2022, 10, 31), "in-use"))
        .containsExactly("牛塘实验学校");
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  private List<String> targetIds() {
    return sample.plans().stream().flatMap(Plan::targets).map(target -> target.id()).toList();
  }

  private Stream<Posting> of(String district) {
    return postings.stream().filter(posting -> posting.district().equals(district));
  }

  private List<JsonNode> events() {
    return postings.stream().flatMap(posting -> posting.events().stream()).toList();
  }

  private static String bytes(List<Posting> postings) {
    return postings.stream().map(Posting::toString).collect(Collectors.joining("\n"));
  }
}
