package duban.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, one for a run; nothing is fetched. */
final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Nothing of its own business: no look-ups, no updates, no graphics card. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static Browser shared;

  private Chromium() {}

  /** Skips the calling test where the machine has no Chromium. */
  static synchronized Browser shared() {
    if (shared == null) {
      Optional<Path> program = installed();
      Assumptions.assumeTrue(
          program.isPresent(),
          "no Chromium on this machine (looked in PATH for "
              + String.join(", ", NAMES)
              + ", unless DUBAN_CHROMIUM names one): the tests in a browser are skipped");
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      shared =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program.orElseThrow())
                      .setArgs(ARGUMENTS));
    }
    return shared;
  }

  private static Optional<Path> installed() {
    String named = System.getenv("DUBAN_CHROMIUM");
    Stream<Path> places =
        named != null
            ? Stream.of(Path.of(named))
            : Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return places.filter(Files::isExecutable).findFirst();
  }
}
