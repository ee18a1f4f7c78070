package duban.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                          | zh",
        "en                        | en",
        "en-GB,en;q=0.9,zh;q=0.1   | en",
        "zh-CN,zh;q=0.9,en;q=0.8   | zh",
        "en;q=0.1, zh-TW;q=0.2     | zh",
        "fr, en;q=0.5              | en",
        "en;q=0, zh;q=0.1          | zh",
        "*                         | zh",
        "fr                        | zh",
        ";;;q=x                    | zh",
      })
  void prefersWhatTheHeaderPrefers(String header, String language) {
    assertThat(Language.of(header)).isEqualTo(language);
  }
}
