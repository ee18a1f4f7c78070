package duban.reporting.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.District;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistrictTreeTest {

  private static final LocalDate THEN = LocalDate.of(2022, 6, 30);

  private static District place(String code, String parent, String from) {
    return new District(code, parent, "district", code, code, LocalDate.parse(from));
  }

  private static final DistrictTree TREE =
      new DistrictTree(
          List.of(
              place("320000", null, "2000-01-01"),
              place("320400", "320000", "2000-01-01"),
              place("320500", "320000", "2000-01-01"),
              place("320412", "320400", "2000-01-01"),
              place("320481", "320400", "2000-01-01"),
              place("320481", "320500", "2023-01-01")));

  @Test
  void climbsToTheRoot() {
    assertThat(TREE.scopesOf("320412", THEN)).containsExactly("320412", "320400", "320000");
  }

  @Test
  void knowsEachDaysTree() {
    assertThat(TREE.scopesOf("320481", THEN)).contains("320400");
    assertThat(TREE.scopesOf("320481", LocalDate.of(2023, 1, 1))).contains("320500");
    assertThat(TREE.children("320400", THEN)).containsExactly("320412", "320481");
    assertThat(TREE.children("320400", LocalDate.of(2023, 1, 1))).containsExactly("320412");
    assertThat(TREE.within("320500", LocalDate.of(2023, 1, 1))).containsExactly("320481", "320500");
  }

  @Test
  void anUnknownDivisionStandsAlone() {
    assertThat(TREE.scopesOf("330100", THEN)).containsExactly("330100");
  }

  @Test
  void aTreeThatBitesItsTailEnds() {
    DistrictTree ring =
        new DistrictTree(List.of(place("1", "2", "2000-01-01"), place("2", "1", "2000-01-01")));
    assertThat(ring.scopesOf("1", THEN)).containsExactly("1", "2");
  }

  @Test
  void aDivisionStandsFromItsFirstDayUntilItIsDissolved() {
    District merged =
        new District(
            "320483",
            "320400",
            "district",
            "戚墅堰",
            "Qishuyan",
            LocalDate.of(2022, 7, 1),
            true,
            List.of("320412"));
    DistrictTree tree =
        new DistrictTree(
            List.of(
                place("320400", null, "2000-01-01"),
                place("320483", "320400", "2010-01-01"),
                merged));
    LocalDate before = LocalDate.of(2022, 6, 30);
    LocalDate after = LocalDate.of(2022, 7, 1);
    assertThat(tree.stands("320483", LocalDate.of(2009, 12, 31))).isFalse();
    assertThat(tree.stands("320483", before)).isTrue();
    assertThat(tree.stands("320483", after)).isFalse();
    assertThat(tree.stands("320499", after)).isFalse();
    assertThat(tree.ended("320483", before)).isFalse();
    assertThat(tree.ended("320483", after)).isTrue();
    assertThat(tree.into("320483", before)).isNull();
    assertThat(tree.into("320483", after)).containsExactly("320412");
    // Before there was a tree, what it began with stood.
    assertThat(tree.stands("320400", LocalDate.of(1999, 1, 1))).isTrue();
    assertThat(new DistrictTree(List.of(merged)).ended("320483", before)).isFalse();
  }

  @Test
  void anEmptyTreeSaysSo() {
    assertThat(new DistrictTree(List.of()).isEmpty()).isTrue();
    assertThat(TREE.isEmpty()).isFalse();
  }
}
