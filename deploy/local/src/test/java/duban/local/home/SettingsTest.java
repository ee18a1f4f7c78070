package duban.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void aFreshHomeHasDecidedNothing() {
    Settings settings = new Home(folder).settings();
    assertThat(settings.today()).isEmpty();
    assertThat(settings.port()).isEmpty();
    assertThat(settings.sample()).isEqualTo(Settings.Sample.UNDECIDED);
  }

  @Test
  void aRestartRemembers() {
    new Home(folder).settings().rememberToday(LocalDate.of(2022, 6, 30));
    new Home(folder).settings().rememberSample(Settings.Sample.LOADED);
    new Home(folder).settings().rememberPort(new PortPlan(9000));
    Settings settings = new Home(folder).settings();
    assertThat(settings.today()).contains(LocalDate.of(2022, 6, 30));
    assertThat(settings.sample()).isEqualTo(Settings.Sample.LOADED);
    assertThat(settings.port()).contains(new PortPlan(9000));
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Settings.day("30.06.2022"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2022-06-30");
  }
}
