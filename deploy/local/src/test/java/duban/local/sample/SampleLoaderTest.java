package duban.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.contracts.progress.ProgressEvent;
import duban.local.home.Refusal;
import duban.local.identity.TokenMint;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleLoaderTest {

  private static final TokenMint ROLE_AND_DISTRICT =
      (role, districts) -> role + "@" + String.join(",", districts);

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private SmallSystem system;

  @BeforeEach
  void start() throws Exception {
    system = new SmallSystem();
  }

  @AfterEach
  void stop() {
    system.close();
  }

  @Test
  void the_sample_is_there_after_a_load() throws Exception {
    load();
    Sample sample = Sample.load();
    assertThat(system.indicators).hasSize(sample.indicators().size());
    assertThat(system.plans)
        .hasSize(3)
        .allSatisfy((plan, view) -> assertThat(view.get("revision").asInt()).isEqualTo(1));
    assertThat(system.events("320412") + system.events("320481"))
        .isEqualTo(
            Stream.concat(
                    Chronicle.of(sample).stream(),
                    Chronicle.entered(sample, SampleLoader.SHOWN).stream())
                .filter(posting -> !posting.day().isAfter(SampleLoader.SHOWN))
                .mapToInt(posting -> posting.events().size())
                .sum());
    assertThat(said()).contains("new seats 4810 of 11025, 43.63 %, at-risk");
  }

  @Test
  void each_event_is_recorded_on_the_day_on_which_it_is_handed_in() throws Exception {
    load();
    for (Posting posting : Chronicle.of(Sample.load())) {
      if (posting.day().isAfter(SampleLoader.SHOWN)) {
        continue;
      }
      String id = posting.events().getFirst().get("id").asText();
      assertThat(system.ledgers.get(posting.district()).get(id).recordedOn())
          .isEqualTo(posting.day().toString());
    }
  }

  @Test
  void the_year_before_is_entered_whole_closed_and_before_the_year_itself() throws Exception {
    load();
    assertThat(system.programmes).containsKey("wujin-smart-classrooms");
    assertThat(system.plans.get("320412-2021").get("state").asText()).isEqualTo("closed");
    List<SmallSystem.Kept> wujin = List.copyOf(system.ledgers.get("320412").values());
    List<SmallSystem.Kept> entered =
        wujin.stream()
            .filter(kept -> kept.event().path("target").asText().startsWith("320412-2021"))
            .toList();
    assertThat(entered).hasSizeGreaterThan(5).isEqualTo(wujin.subList(0, entered.size()));
    assertThat(entered).allMatch(kept -> kept.recordedOn().equals("2022-01-06"));
    assertThat(entered.getLast().event().get("value").asInt()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void a_second_load_changes_nothing() throws Exception {
    load();
    List<String> before = List.copyOf(system.writes);
    load();
    assertThat(system.writes).isEqualTo(before);
    assertThat(said()).contains("60 indicators, 0 of them new", "0 of them new", "as it was");
  }

  @Test
  void a_load_that_broke_off_is_completed() throws Exception {
    load();
    var whole = List.copyOf(system.ledgers.get("320412").keySet());
    whole.subList(100, whole.size()).forEach(system.ledgers.get("320412")::remove);
    system.plans.get("320481-2022").putNull("revision");
    load();
    assertThat(system.ledgers.get("320412").keySet()).containsExactlyElementsOf(whole);
    assertThat(system.plans.get("320481-2022").get("revision").asInt()).isEqualTo(1);
  }

  @Test
  void the_ledger_has_the_events_in_their_order_each_on_the_word_of_its_voice() throws Exception {
    load();
    system.ledgers.forEach((district, ledger) -> {
      assertThat(List.copyOf(ledger.keySet())).isSorted();
      ledger
          .values()
          .forEach(kept -> {
            String type = kept.event().get("type").asText();
            boolean bureau =
                Set.of(
                        "report.verified",
                        "report.disputed",
                        "problem.opened",
                        "problem.verified",
                        "problem.reopened")
                    .contains(type);
            assertThat(kept.role()).as(type).isEqualTo(bureau ? "city-admin" : "district-reporter");
            assertThat(kept.district()).isEqualTo(bureau ? "320000" : district);
          });
    });
    assertThat(
            system.ledgers.values().stream()
                .flatMap(ledger -> ledger.values().stream())
                .map(kept -> kept.event().get("type").asText())
                .collect(Collectors.toSet()))
        .hasSizeGreaterThanOrEqualTo(9)
        .isSubsetOf(ProgressEvent.TYPES.keySet());
  }

  @Test
  void a_busy_system_is_asked_again() throws Exception {
    system.busyFor = 3;
    load();
    assertThat(system.plans).hasSize(3);
  }

  @Test
  void a_system_that_is_not_there_is_named_in_one_sentence() {
    URI nobody = URI.create("http://127.0.0.1:1");
    assertThatThrownBy(
            () -> new SampleLoader(nobody, ROLE_AND_DISTRICT, new PrintStream(said)).load())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("./duban up");
  }

  private void load() throws InterruptedException {
    new SampleLoader(
            system.address(),
            ROLE_AND_DISTRICT,
            new PrintStream(said, true, StandardCharsets.UTF_8))
        .load();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
