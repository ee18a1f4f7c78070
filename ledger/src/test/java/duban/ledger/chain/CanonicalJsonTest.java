package duban.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        // members by name, in UTF-16 order; no white space
        "{ \"b\" : 1, \"a\" : [ true , null ] } | {\"a\":[true,null],\"b\":1}",
        "{\"\\u20ac\":1,\"\\r\":2,\"1\":3,\"\\ud83d\\ude00\":4,\"\\ufb33\":5}"
            + "| {\"\\r\":2,\"1\":3,\"\u20ac\":1,\"\ud83d\ude00\":4,\"\ufb33\":5}",
        // numbers are exact decimals, one way of writing each
        "1.50e3 | 1500",
        "0.10 | 0.1",
        "-0.0 | 0",
        "1E-7 | 0.0000001",
        "12345678901234567890.12345 | 12345678901234567890.12345",
        "100 | 100",
        // strings: only what must be escaped is
        "\"\\u0041\\u007f\\u000b\\/\" | \"A\u007f\\u000b/\"",
        "\"武进\" | \"武进\""
      })
  void writesOneFormForOneMeaning(String given, String canonical) throws Exception {
    assertThat(CanonicalJson.canonical(JSON.readTree(given)).json()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {"1e999999999", "1e-999999999", "\"\\u0000\"", "\"\\ud800\"", "{\"\\udc00x\":1}"})
  void refusesWhatItCouldNotKeep(String given) throws Exception {
    JsonNode json = JSON.readTree(given);
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.canonical(json));
  }

  @Test
  void contentIsTheSameWhoeverSaidIt() {
    assertThat(
            CanonicalJson.sameBesidesAuthor(
                "{\"by\":\"a\",\"value\":1}", "{\"by\":\"b\",\"value\":1}"))
        .isTrue();
    assertThat(
            CanonicalJson.sameBesidesAuthor(
                "{\"by\":\"a\",\"value\":1}", "{\"by\":\"a\",\"value\":2}"))
        .isFalse();
  }
}
