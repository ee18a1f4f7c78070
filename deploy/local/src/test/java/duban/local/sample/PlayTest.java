package duban.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.local.home.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PlayTest {

  private final List<PlayedDay> shown = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private SmallSystem system;

  @BeforeEach
  void start() throws Exception {
    system = new SmallSystem();
  }

  @AfterEach
  void close() {
    system.close();
  }

  @Test
  void each_day_is_posted_and_then_moved_to() throws Exception {
    play("2022-07-04");
    assertThat(system.today).isEqualTo("2022-07-04");
    assertThat(shown)
        .hasSize(5)
        .allSatisfy(
            day -> assertThat(day.words()).contains("new seats 4810 of 11025, 43.63 %, at-risk"));
    assertThat(shown).extracting(PlayedDay::day).isSorted().endsWith(LocalDate.of(2022, 7, 4));
    assertThat(shown.getFirst().positions()).containsOnlyKeys("320412", "320481");
    assertThat(posted()).isEqualTo(postedBy("2022-07-04"));
  }

  @Test
  void a_program_is_told_a_day_in_a_line() throws Exception {
    play("2022-07-01");
    assertThat(shown.getLast().json())
        .matches(
            "\\{\"day\":\"2022-07-01\",\"events\":[0-9]+,\"positions\":\\{.*},\"newSeats\":"
                + "\\{\"promised\":11025,\"reached\":4810,\"share\":0.436281,"
                + "\"light\":\"at-risk\"}}");
  }

  /** Else a crash in between would leave a day whose events nobody posts. */
  @Test
  void a_day_comes_only_when_its_events_are_there() throws Exception {
    play("2022-07-29");
    List<Posting> july =
        Chronicle.of(Sample.load()).stream()
            .filter(posting -> posting.day().getMonth() == Month.JULY)
            .filter(posting -> posting.day().getDayOfMonth() < 30)
            .toList();
    assertThat(july)
        .isNotEmpty()
        .allSatisfy(posting -> {
          String id = posting.events().getFirst().get("id").asText();
          assertThat(system.ledgers.get(posting.district()).get(id).on())
              .isEqualTo(posting.day().minusDays(1));
        });
  }

  @Test
  void it_goes_on_where_it_stopped() throws Exception {
    play("2022-07-04");
    List<String> before = List.copyOf(system.writes);
    play("2022-07-04");
    assertThat(system.writes).isEqualTo(before);
    play("2022-12-31");
    assertThat(posted()).isEqualTo(postedBy("2022-12-31"));
  }

  @Test
  void once_told_to_stop_no_further_day_begins() throws Exception {
    stop.countDown();
    play("2022-07-04");
    assertThat(system.today).isEqualTo("2022-06-30");
    assertThat(shown).extracting(PlayedDay::day).containsExactly(LocalDate.of(2022, 6, 30));
  }

  @Test
  void a_day_to_begin_at_is_moved_to() throws Exception {
    try (SampleGateway gateway = gateway()) {
      new Play(gateway, shown::add, stop)
          .run(LocalDate.of(2022, 8, 1), LocalDate.of(2022, 8, 2), Duration.ZERO);
    }
    assertThat(system.today).isEqualTo("2022-08-02");
    assertThat(posted()).isEqualTo(postedBy("2022-08-02"));
  }

  @Test
  void a_system_that_lives_in_the_present_is_not_played_with() {
    system.fixed = false;
    assertThatThrownBy(() -> play("2022-07-04"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("DUBAN_TODAY");
    assertThat(system.writes).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1s, 1000", "250ms, 250", "5, 200", "10/s, 100"})
  void a_speed_is_read(String text, long millis) {
    assertThat(Speed.parse(text).perDay()).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "fast", "-1s", "1m"})
  void what_is_no_speed_is_refused(String text) {
    assertThatThrownBy(() -> Speed.parse(text)).isInstanceOf(TypeConversionException.class);
  }

  private void play(String to) throws InterruptedException {
    try (SampleGateway gateway = gateway()) {
      new Play(gateway, shown::add, stop).run(null, LocalDate.parse(to), Duration.ZERO);
    }
  }

  private SampleGateway gateway() {
    return new SampleGateway(
        system.address(), (role, districts) -> role + "@" + String.join(",", districts));
  }

  private int posted() {
    return system.events("320412") + system.events("320481");
  }

  private static int postedBy(String day) {
    return Chronicle.of(Sample.load()).stream()
        .filter(posting -> !posting.day().isAfter(LocalDate.parse(day)))
        .mapToInt(posting -> posting.events().size())
        .sum();
  }
}
