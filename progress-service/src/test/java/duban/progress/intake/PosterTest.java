package duban.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may say what. */
class PosterTest {

  @ParameterizedTest
  @CsvSource({
    "progress.reported, true, true,  false",
    "item.accepted,     true, true,  false",
    "item.reminded,     true, false, true",
    "item.urged,        true, false, true",
    "item.confirmed,    true, false, false",
    "report.verified,   true, false, false",
    "appraisal.given,   true, false, false",
  })
  void theBureauTheDistrictAndTheCalendarEachHaveTheirWords(
      String type, boolean bureau, boolean district, boolean calendar) {
    assertThat(new Poster("a", true, false, false, null).mayPost(type)).isEqualTo(bureau);
    assertThat(new Poster("b", false, true, false, null).mayPost(type)).isEqualTo(district);
    assertThat(new Poster("c", false, false, true, null).mayPost(type)).isEqualTo(calendar);
  }
}
