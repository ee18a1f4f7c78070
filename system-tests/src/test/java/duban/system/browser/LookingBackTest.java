package duban.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import duban.system.RunningSystem;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page seen from another day and moment, which are chosen one after the other. */
@Tag("browser")
class LookingBackTest {

  /** Set to true as soon as the page's head is gone, be it for a moment. */
  private static final String WATCH_HEAD =
      """
      () => {
        window.headWasGone = false;
        new MutationObserver(() => (window.headWasGone ||= !document.querySelector('h1')))
          .observe(document.body, { childList: true, subtree: true });
      }
      """;

  private static RunningSystem system;

  @BeforeAll
  static void start() {
    Chromium.shared();
    system = RunningSystem.shared();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/district/320412", "/problems"})
  void thePageAndItsCalendarStayWhileTheOtherDayIsFetched(String path) {
    try (Visit visit = Visit.of(system, Language.ZH, Visit.DESK, "city-viewer")) {
      Page page = visit.go(path);
      page.evaluate(WATCH_HEAD);
      page.locator("button.day").click();

      Locator day = choose(page, "#viewDay", "2022-05-31", ".*asOf=2022-05-31.*");
      assertThat(day).isFocused();
      Locator moment = choose(page, "#viewMoment", "2022-06-20 10:00:00", ".*knownAt=2022-06-20.*");
      assertThat(moment).isFocused();
      assertThat(page.locator("main[aria-busy=true]")).hasCount(0);

      assertThat(page.evaluate("() => window.headWasGone")).isEqualTo(false);
    }
  }

  private static Locator choose(Page page, String field, String words, String address) {
    Locator input = page.locator(field);
    input.fill(words);
    input.press("Enter");
    page.waitForURL(Pattern.compile(address));
    return input;
  }
}
