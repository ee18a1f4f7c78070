package duban.reporting.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import duban.reporting.feed.FeedRow;
import duban.reporting.webhook.OutboxStore.Reading;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MissedTest {

  private static final Webhook WEBHOOK =
      new Webhook(
          "wh", "320412", "https://x", List.of(), true, null, "tester", Instant.ofEpochSecond(1));

  private static List<Missed> missed(long cursor, long head, long... numbers) {
    List<FeedRow> rows =
        LongStream.of(numbers)
            .mapToObj(no -> new FeedRow(no, "target", "t", List.of(), 2022, null))
            .toList();
    return Missed.in(new Reading(WEBHOOK, cursor, head), rows);
  }

  @Test
  void nothingIsMissedWhereTheFeedReachesBackToTheReader() {
    assertThat(missed(10, 13, 11, 12, 13)).isEmpty();
    assertThat(missed(10, 10)).isEmpty();
  }

  @Test
  void whatWasTrimmedIsMissed() {
    assertThat(missed(10, 23, 21, 22, 23)).containsExactly(new Missed(11, 20));
    assertThat(missed(10, 23)).containsExactly(new Missed(11, 23));
  }

  @Test
  void aFeedThatBeganAnewWasMissedUpToThere() {
    assertThat(missed(10, 1_002, 11, 12, 1_001, 1_002)).containsExactly(new Missed(13, 1_000));
  }
}
