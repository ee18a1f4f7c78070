package duban.document.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day that words name, in a plan for 2022. */
class DueTest {

  @ParameterizedTest
  @CsvSource({
    "新增学位4500个, 2022-12-31",
    "6月底前完成改造, 2022-06-30",
    "2月底前完成改造, 2022-02-28",
    "9月1日前投用, 2022-09-01",
    "10月上旬完成, 2022-10-10",
    "10月中旬完成, 2022-10-20",
    "上半年完成, 2022-06-30",
    "到2023年建成, 2023-12-31",
    "2023年6月底前建成, 2023-06-30",
    "分两年实施, 2023-12-31",
    "分3年完成, 2024-12-31",
    "2月30日前完成, 2022-12-31",
    "2021年以来, 2022-12-31"
  })
  void isTheDayThatTheWordsName(String words, LocalDate due) {
    assertThat(Due.of(words, 2022)).isEqualTo(due);
  }

  @Test
  void isUnknownInNoKnownYear() {
    assertThat(Due.of("6月底前完成改造", null)).isNull();
  }
}
