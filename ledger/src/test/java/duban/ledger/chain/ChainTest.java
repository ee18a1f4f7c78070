package duban.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The expected hashes were computed by the Python program in docs/ledger.md, not by this code. */
class ChainTest {

  private static final Instant AT = Instant.parse("2022-07-01T02:10:11.123Z");

  @Test
  void linksAreThoseThatAnybodyCanRecompute() {
    Hash first =
        Chain.link(
            Hash.ZERO,
            1,
            "wj-2022-000812",
            "cn.duban.progress.reported.v1",
            AT,
            digest(
                "{\"asOf\":\"2022-06-30\",\"by\":\"wj\",\"target\":\"320412-2022.6.1\",\"value\":3200}"));
    Hash second =
        Chain.link(
            first,
            2,
            "wj-2022-000813",
            "cn.duban.event.voided.v1",
            AT.plusMillis(1),
            digest("{\"by\":\"武进\",\"event\":\"wj-2022-000812\",\"reason\":\"笔误\"}"));

    assertThat(first.hex())
        .isEqualTo("27f794019440137c6dc24f45ea5329e7f461291b406e5f537a9661c30835cfe7");
    assertThat(second.hex())
        .isEqualTo("5e61dcebf56d19327eb3f109a1c29e27e9a3c13305227fe67d4ce5bc1cfa13cf");
  }

  @Test
  void theBorderBetweenIdAndTypeCounts() {
    Hash body = digest("{}");
    assertThat(Chain.link(Hash.ZERO, 1, "ab", "c", AT, body))
        .isNotEqualTo(Chain.link(Hash.ZERO, 1, "a", "bc", AT, body));
  }

  private static Hash digest(String body) {
    return Hash.sha256(body.getBytes(StandardCharsets.UTF_8));
  }
}
