package duban.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import duban.system.RunningSystem;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The wall as a screen shows it: it turns, fills the screen, and keeps the screen from going dark.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallTest {

  /** Keeps what the browser gives the page to hold the screen awake with. */
  private static final String LOCKS =
      """
      (() => {
        window.locks = [];
        const request = WakeLock.prototype.request;
        WakeLock.prototype.request = async function () {
          const lock = await request.apply(this, arguments);
          window.locks.push(lock);
          return lock;
        };
      })()
      """;

  private static final String IS_FULL = "() => document.fullscreenElement !== null";
  private static final String HOLDS_ONE =
      "count => window.locks.length === count && !window.locks.at(-1).released";

  private Visit screen;
  private Page page;

  @BeforeAll
  void signIn() {
    Chromium.shared();
    screen = Visit.of(RunningSystem.shared(), Language.ZH, Visit.DESK, "city-viewer");
    screen.page().context().grantPermissions(List.of("screen-wake-lock"));
    screen.page().addInitScript(LOCKS);
  }

  @BeforeEach
  void stand() {
    page = screen.go("/wall");
  }

  @AfterAll
  void leave() {
    assertThat(screen.faults()).isEmpty();
    screen.close();
  }

  @Test
  void keysTurnItAndOneSlideCanBeStoodOn() {
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).hasText("指标与时序");
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("h1")).hasText("今日变化");

    screen.go("/wall?slides=3");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).hasText("问题与报送");
  }

  @Test
  void fFillsTheScreenAndGivesItBack() {
    page.keyboard().press("f");
    page.waitForFunction(IS_FULL);
    page.keyboard().press("f");
    page.waitForFunction("() => document.fullscreenElement === null");
  }

  @Test
  void leavingGivesTheScreenBackToo() {
    page.keyboard().press("f");
    page.waitForFunction(IS_FULL);
    page.locator("button[aria-label=退出大屏]").click();
    page.waitForURL("**/");
    assertThat(page.evaluate(IS_FULL)).isEqualTo(false);
  }

  @Test
  void theScreenStaysAwakeForAsLongAsTheWallIsThere() {
    page.waitForFunction(HOLDS_ONE, 1);

    // A browser takes it away from a page that is hidden; the page asks again when it is back.
    page.evaluate(
        "window.locks[0].release().then(() => document.dispatchEvent(new Event('visibilitychange')))");
    page.waitForFunction(HOLDS_ONE, 2);

    page.keyboard().press("Escape");
    page.waitForFunction("() => window.locks.every(lock => lock.released)");
  }
}
