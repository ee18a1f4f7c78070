package duban.ledger.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as owners, and programs between, may write them. */
class LinkJsonTest {

  private static final String BODY = "{\"by\":\"wj\",\"note\":\"六月 {]\",\"value\":1.5}";

  @Test
  void aPageIsReadInItsOrder() throws IOException {
    String page =
        "{\"ledger\":\"progress/320412\",\"events\":[%s,%s],\"next\":2,\"more\":{\"events\":[]}}"
            .formatted(event(1, BODY, BODY), event(2, BODY, "null"));

    List<LedgerEvent> links = read(page);

    assertThat(links).extracting(LedgerEvent::seq).containsExactly(1L, 2L);
    assertThat(links).extracting(LedgerEvent::body).containsExactly(BODY, null);
    assertThat(links.getFirst().refers()).isNull();
    assertThat(links.getFirst().bodyDigest()).isEqualTo(sha(BODY));
    assertThat(links.getFirst().recordedAt()).isEqualTo(Instant.parse("2022-06-30T01:02:03.004Z"));
  }

  @Test
  void aBodyThatWasWrittenAnewIsBroughtBackToItsForm() throws IOException {
    String other = "{ \"value\": 1.50, \"note\": \"\\u516d\\u6708 {]\", \"by\": \"wj\" }";

    assertThat(read("{\"events\":[" + event(1, BODY, other) + "]}").getFirst().body())
        .isEqualTo(BODY);
  }

  @Test
  void anotherBodyIsRefused() {
    String forged = BODY.replace('5', '6');

    assertThatThrownBy(() -> read("{\"events\":[" + event(1, BODY, forged) + "]}"))
        .hasMessage("the body is not the one that was appended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"events\":[{\"seq\":1}]}", "{\"events\":[{\"seq\":"})
  void whatIsNoPageIsRefused(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(Exception.class);
  }

  @Test
  void aPageWithoutEventsIsEmpty() throws IOException {
    assertThat(read("{\"ledger\":\"x\"}")).isEmpty();
  }

  private static String event(long seq, String body, String shown) {
    return """
    {"seq":%d,"id":"e","type":"t","fullType":"t.v1","subject":"s","refers":null,\
    "recordedAt":"2022-06-30T01:02:03.004Z","body":%s,"bodyDigest":"%s","hash":"%s"}\
    """
        .formatted(seq, shown, sha(body).hex(), Hash.ZERO.hex());
  }

  private static Hash sha(String text) {
    return Hash.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<LedgerEvent> read(String page) throws IOException {
    return LinkJson.page("progress/320412", page.getBytes(StandardCharsets.UTF_8));
  }
}
