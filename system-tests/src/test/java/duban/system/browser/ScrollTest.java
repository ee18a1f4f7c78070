package duban.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import duban.system.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How smoothly pages of ten districts with 500 targets each scroll: a window's height every third
 * of a second, down and up again. Only when it is asked for with {@code -Dduban.scroll=true}.
 */
@Tag("browser")
@EnabledIfSystemProperty(named = "duban.scroll", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScrollTest {

  /** Two frames of a screen of 60 Hz, on a clock that counts in tenths of a millisecond. */
  private static final double SMOOTH_MILLIS = 2 * 16.7 + 0.1;

  /** Long pages are drawn over many frames: it has as much on it as when it was last asked. */
  private static final String IS_AT_REST =
      """
      () => {
        const before = window.height;
        window.height = document.scrollingElement.scrollHeight;
        return window.height === before;
      }
      """;

  private static final String SCROLL =
      """
      (millis) => new Promise(resolve => {
        const page = document.scrollingElement;
        const frames = [], tasks = [];
        new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration)))
            .observe({ type: 'longtask' });
        let began = 0, before = 0, by = 45;
        const frame = now => {
          if (before) frames.push(now - before); else began = now;
          before = now;
          const at = page.scrollTop;
          page.scrollBy(0, by);
          if (page.scrollTop === at) by = -by;
          if (now - began < millis) requestAnimationFrame(frame);
          else resolve({ frames: frames.sort((a, b) => a - b), tasks, height: page.scrollHeight });
        };
        requestAnimationFrame(frame);
      })
      """;

  private RunningSystem system;

  @BeforeAll
  void found() {
    Chromium.shared();
    system = RunningSystem.shared();
    LargeCity.found(system);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/plan/" + LargeCity.PLAN,
        "/district/" + LargeCity.DISTRICT,
        "/?scope=" + LargeCity.CODE,
        "/discipline?scope=" + LargeCity.CODE,
      })
  void scrollsSmoothly(String path) {
    try (Visit visit = Visit.of(system, Language.ZH, Visit.DESK, "city-viewer", "320000")) {
      Page page = visit.go(path);
      page.waitForFunction(IS_AT_REST, null, new WaitForFunctionOptions().setPollingInterval(700));

      Scrolled scrolled = Scrolled.of((Map<?, ?>) page.evaluate(SCROLL, 8_000));

      System.out.printf("%s: %s%n", path, scrolled);
      assertThat(scrolled.frame(0.95)).isLessThanOrEqualTo(SMOOTH_MILLIS);
      assertThat(visit.faults()).isEmpty();
    }
  }

  /** Frames in milliseconds, the shortest first; tasks of the page that took over 50 ms. */
  record Scrolled(List<Double> frames, List<Double> tasks, int height) {

    static Scrolled of(Map<?, ?> measured) {
      return new Scrolled(
          doubles(measured.get("frames")),
          doubles(measured.get("tasks")),
          ((Number) measured.get("height")).intValue());
    }

    private static List<Double> doubles(Object numbers) {
      return ((List<?>) numbers).stream().map(one -> ((Number) one).doubleValue()).toList();
    }

    double frame(double share) {
      return frames.get((int) Math.ceil(share * frames.size()) - 1);
    }

    @Override
    public String toString() {
      return "%d frames of a page of %d px: p50 %.1f ms, p95 %.1f ms, longest %.1f ms; long tasks %s"
          .formatted(frames.size(), height, frame(0.5), frame(0.95), frame(1), tasks);
    }
  }
}
