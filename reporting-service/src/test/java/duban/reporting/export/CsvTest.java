package duban.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import duban.reporting.Service;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":\"x\"}            | x",
        "{\"a\":\"x, y\"}         | \"x, y\"",
        "{\"a\":\"say \\\"x\\\"\"} | \"say \"\"x\"\"\"",
        "{\"a\":\"=1+1\"}         | '=1+1",
        "{\"a\":\"+1\"}           | '+1",
        "{\"a\":\"-cmd\"}         | '-cmd",
        "{\"a\":\"@x\"}           | '@x",
        "{\"a\":\"＝1+1\"}        | '＝1+1",
        "{\"a\":-1.50}            | -1.50",
        "{\"a\":1e3}              | 1000",
        "{\"a\":true}             | true",
        "{\"a\":{\"b\":1}}        | \"{\"\"b\"\":1}\""
      })
  void aCellIsQuotedAndNeverAFormula(String row, String cell) {
    assertThat(Csv.row(Service.parse(row), List.of("a"))).isEqualTo(cell + "\r\n");
  }

  @Test
  void aLineEndInFrontHidesNoFormula() {
    assertThat(Csv.harmless("\n=1+1")).isEqualTo("'\n=1+1");
  }
}
