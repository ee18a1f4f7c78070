package duban.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTest {

  private static FeedRow row(long no, String key) {
    return new FeedRow(no, "target", key, List.of("320412", "320400"), 2022, "{\"no\":" + no + "}");
  }

  private static Tail tail(long head, FeedRow... rows) {
    Tail tail = new Tail(100, 100_000, head);
    tail.add(List.of(rows));
    return tail;
  }

  private static List<Long> numbers(FeedPage page) {
    return page.rows().stream().map(FeedRow::no).toList();
  }

  @Test
  void givesWhatCameAfterTheCursor() {
    Tail tail = tail(10, row(11, "a"), row(12, "b"), row(13, "c"));
    FeedPage page = tail.after(11, "320400", 2022, 10).orElseThrow();
    assertThat(numbers(page)).containsExactly(12L, 13L);
    assertThat(page.upTo()).isEqualTo(13);
  }

  @Test
  void keepsOnlyTheLatestOfEachRow() {
    Tail tail = tail(0, row(1, "a"), row(2, "b"), row(3, "a"), row(4, "a"));
    assertThat(numbers(tail.after(0, "320400", 2022, 10).orElseThrow())).containsExactly(2L, 4L);
  }

  @Test
  void aLimitedPageLosesNothing() {
    Tail tail = tail(0, row(1, "a"), row(2, "b"), row(3, "a"), row(4, "c"));
    FeedPage first = tail.after(0, "320400", 2022, 1).orElseThrow();
    assertThat(numbers(first)).containsExactly(2L);
    tail.add(List.of(row(5, "b")));
    FeedPage rest = tail.after(first.upTo(), "320400", 2022, 10).orElseThrow();
    assertThat(numbers(rest)).containsExactly(3L, 4L, 5L);
  }

  @Test
  void movesTheCursorOverWhatDoesNotConcernTheReader() {
    Tail tail = tail(0, row(1, "a"), row(2, "b"));
    assertThat(tail.after(0, "320500", 2022, 10)).contains(new FeedPage(List.of(), 2));
    assertThat(tail.after(0, "320400", 2021, 10)).contains(new FeedPage(List.of(), 2));
  }

  @Test
  void isBoundedInRowsAndSaysSo() {
    Tail tail = new Tail(10, 100_000, 0);
    tail.add(LongStream.rangeClosed(1, 25).mapToObj(no -> row(no, "k" + no)).toList());
    assertThat(tail.after(14, "320400", 2022, 100)).isEmpty();
    assertThat(numbers(tail.after(15, "320400", 2022, 100).orElseThrow())).hasSize(10);
  }

  @Test
  void isBoundedInCharacters() {
    Tail tail = new Tail(1000, 100, 0);
    tail.add(LongStream.rangeClosed(1, 100).mapToObj(no -> row(no, "k")).toList());
    assertThat(tail.after(99, "320400", 2022, 100)).isPresent();
    assertThat(tail.after(80, "320400", 2022, 100)).isEmpty();
  }
}
