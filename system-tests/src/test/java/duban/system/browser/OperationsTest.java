package duban.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import duban.contracts.Topics;
import duban.system.Client;
import duban.system.RunningSystem;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the bureau sees on the operations page while something is really wrong, and does about it.
 */
@Tag("browser")
class OperationsTest {

  private static final String DISTRICT = "320412";
  private static final double A_LOOK_MILLIS = 15_000;
  private static final double BETWEEN_LOOKS_MILLIS = 7_000;
  private static final double BACK_MILLIS = 60_000;

  private static RunningSystem system;

  @BeforeAll
  static void start() {
    Chromium.shared();
    system = RunningSystem.shared();
  }

  @Test
  void aServiceThatIsKilledIsToldInWordsAndComesBackByItself() {
    try (Visit officer = officer()) {
      Page page = officer.go("/operations");
      Locator verdict = page.locator("section[aria-labelledby=verdict]");
      Locator card = page.locator("main li.panel:has(h3:has-text('计划服务'))");
      assertThat(verdict).containsText("一切正常", within(BACK_MILLIS));

      killUntilSeen("plans-service", verdict, Pattern.compile("计划服务没有应答.*它会被自动重新启动"));
      assertThat(card).containsText("没有应答");

      assertThat(card).containsText("运行中", within(BACK_MILLIS));
      assertThat(verdict).containsText("一切正常", within(BACK_MILLIS));
      assertThat(officer.faults()).noneMatch(fault -> fault.startsWith("script:"));
    }
  }

  @Test
  void aDeadLetterIsShownTakenAgainAndSettled() {
    Rubbish.send(system, Topics.PROGRESS, DISTRICT);
    awaitLetter();
    try (Visit officer = officer()) {
      Page page = officer.go("/operations");
      Locator letters = page.locator("section[aria-labelledby=lettersTitle]");
      Locator letter = letters.locator("li").first();
      assertThat(letter).containsText("待处理");
      assertThat(letter).containsText("progress/" + DISTRICT);
      assertThat(page.locator("section[aria-labelledby=verdict]")).containsText("死信尚未处理");

      letter.locator("button:has-text('重新接收')").click();

      assertThat(letters).containsText("没有待处理的死信", within(A_LOOK_MILLIS));
      letters.locator("input[type=checkbox]").check();
      assertThat(letter).containsText("已处理");
      assertThat(letter).containsText("它的台账已从所属服务取全，没有缺漏");
      assertThat(page.locator("section[aria-labelledby=verdict]"))
          .containsText("一切正常", within(A_LOOK_MILLIS));
      assertThat(officer.faults()).isEmpty();
    }
  }

  /**
   * A service may be back between two looks of the page, but stays away longer each time it dies.
   */
  private static void killUntilSeen(String service, Locator place, Pattern words) {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(90))
        .ignoreException(IllegalStateException.class)
        .untilAsserted(() -> {
          system.kill9(service);
          assertThat(place).containsText(words, within(BETWEEN_LOOKS_MILLIS));
        });
  }

  /** Beforehand, since the page asks for letters only now and then. */
  private static void awaitLetter() {
    Client admin = new Client(system, system.token("city-admin"));
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> {
          JsonNode letters = admin.get("/api/v1/dead-letters/reporting").body().path("letters");
          assertThat(letters.findValuesAsText("state")).contains("open");
        });
  }

  private static Visit officer() {
    return Visit.of(system, Language.ZH, Visit.DESK, "city-admin");
  }

  private static LocatorAssertions.ContainsTextOptions within(double millis) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
  }
}
