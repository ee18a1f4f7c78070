package duban.ledger.mark;

import static org.assertj.core.api.Assertions.assertThat;

import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.mark.Sifted.Gap;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {

  @Test
  void passesWhatComesNextAndDropsWhatWasApplied() {
    Sifted sifted = Gate.sift(Map.of("a", 2L), links("a1", "a2", "a3", "a4", "a3"));

    assertThat(names(sifted.ready())).containsExactly("a3", "a4");
    assertThat(sifted.duplicates()).isEqualTo(3);
    assertThat(sifted.gaps()).isEmpty();
  }

  @Test
  void holdsWhatLiesBehindAGapAndOnlyThat() {
    Sifted sifted = Gate.sift(Map.of("a", 1L), links("a2", "a5", "b1", "a6", "b2"));

    assertThat(names(sifted.ready())).containsExactly("a2", "b1", "b2");
    assertThat(sifted.gaps()).containsExactly(new Gap("a", 2, 5));
    assertThat(sifted.duplicates()).isZero();
  }

  @Test
  void putsInOrderWhatArrivedInNone() {
    assertThat(names(Gate.sift(Map.of(), links("a3", "a1", "a2")).ready()))
        .containsExactly("a1", "a2", "a3");
  }

  private static List<LedgerEvent> links(String... names) {
    return Arrays.stream(names).map(GateTest::link).toList();
  }

  private static LedgerEvent link(String name) {
    long seq = Long.parseLong(name.substring(1));
    return new LedgerEvent(
        name.substring(0, 1), seq, name, "t", "s", null, Instant.EPOCH, "{}", Hash.ZERO, Hash.ZERO);
  }

  private static List<String> names(List<LedgerEvent> links) {
    return links.stream().map(LedgerEvent::id).toList();
  }
}
