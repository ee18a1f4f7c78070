package duban.reporting.issue;

import static org.assertj.core.api.Assertions.assertThat;

import duban.ledger.mark.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

  private static final Instant NOW = Instant.parse("2026-11-29T07:30:00.123Z");

  @Test
  void aDayOfOnesOwnIsKnownUpToTheHour() {
    Mark noon = new Mark(7, Instant.parse("2022-06-30T04:00:00Z"));
    assertThat(Knowledge.on(DAY, NOW, List.of(noon, new Mark(0, null))))
        .isEqualTo(Instant.parse("2022-06-30T07:30:00.123Z"));
  }

  @Test
  void whatIsThereIsKnown() {
    Instant evening = Instant.parse("2022-06-30T12:00:00Z");
    assertThat(Knowledge.on(DAY, NOW, List.of(new Mark(7, evening)))).isEqualTo(evening);
  }

  @Test
  void aDayThatWasMovedBackKnowsWhatIsThere() {
    Instant later = Instant.parse("2022-09-01T04:00:00Z");
    assertThat(Knowledge.on(DAY, NOW, List.of(new Mark(7, later)))).isEqualTo(later);
  }
}
