package duban.reporting.issue;

import static org.assertj.core.api.Assertions.assertThat;

import duban.reporting.Service;
import duban.reporting.issue.Proof.Difference;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparingTest {

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "{\"a\":[{\"b\":1}]}      | {\"a\":[{\"b\":1}]}               | -",
        "{\"a\":[{\"b\":1}]}      | {\"a\":[{\"b\":2}]}               | /a/0/b",
        "{\"a\":[1]}              | {\"a\":[1,2]}                     | /a/1",
        "{\"a\":1,\"b\":2}        | {\"a\":1}                         | /b",
        "{\"a\":1}                | {\"a\":1,\"reached\":2}           | /reached",
        "{\"a\":1}                | {\"a\":1,\"basis\":[2]}           | -",
        "{\"a\":1,\"basis\":[1]}  | {\"a\":1,\"basis\":[2]}           | /basis/0",
        "{\"a\":1,\"basis\":[1]}  | {\"a\":1}                         | /basis"
      })
  void findsWhereTheyDiffer(String issued, String now, String pointer) {
    assertThat(Comparing.differences(Service.parse(issued), Service.parse(now)))
        .extracting(Difference::pointer)
        .isEqualTo(pointer == null ? List.of() : List.of(pointer));
  }
}
