package duban.reporting.issue;

import static org.assertj.core.api.Assertions.assertThat;

import duban.ledger.mark.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

  @Test
  void aDayOfOnesOwnKnowsAllThatWasRecordedOnIt() {
    Mark noon = new Mark(7, Instant.parse("2022-06-30T04:00:00Z"));
    assertThat(Knowledge.endOf(DAY, List.of(noon, new Mark(0, null))))
        .isEqualTo(Instant.parse("2022-06-30T15:59:59.999Z"));
  }

  @Test
  void aDayThatWasMovedBackKnowsWhatIsThere() {
    Instant later = Instant.parse("2022-09-01T04:00:00Z");
    assertThat(Knowledge.endOf(DAY, List.of(new Mark(7, later)))).isEqualTo(later);
  }
}
