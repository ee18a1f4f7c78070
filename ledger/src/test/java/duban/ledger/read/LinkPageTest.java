package duban.ledger.read;

import static org.assertj.core.api.Assertions.assertThat;

import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkPageTest {

  @ParameterizedTest
  @CsvSource({
    // found, limit, characters each, links, whether there are more
    "0, 3, 10, 0, false",
    "3, 3, 10, 3, false",
    "4, 3, 10, 3, true",
    "4, 3, 600000, 2, true",
    "2, 3, 600000, 2, false",
    "2, 3, 2000000, 1, true",
    "1, 3, 2000000, 1, false",
  })
  void asMuchAsWasAskedForAndFits(int found, int limit, int chars, int links, boolean more) {
    List<LedgerEvent> all =
        LongStream.rangeClosed(1, found).mapToObj(seq -> link(seq, "x".repeat(chars))).toList();

    LinkPage page = LinkPage.of(all, limit);

    assertThat(page).isEqualTo(new LinkPage(all.subList(0, links), more));
  }

  private static LedgerEvent link(long seq, String body) {
    return new LedgerEvent(
        "l", seq, "e" + seq, "t", "s", null, Instant.EPOCH, body, Hash.ZERO, Hash.ZERO);
  }
}
