package duban.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import duban.system.RunningSystem;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person's browser: a session of its own, and whatever went wrong in it. */
final class Visit implements AutoCloseable {

  static final int DESK = 1440;
  static final int PHONE = 390;

  private static final int HEIGHT = 900;

  /** A page is there when its head is, and nothing in it is still on its way. */
  private static final String IS_THERE =
      "() => document.querySelector('h1') && !document.querySelector('[aria-busy=true]')";

  private final RunningSystem system;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new CopyOnWriteArrayList<>();

  private Visit(RunningSystem system, Language language, int width) {
    this.system = system;
    context =
        Chromium.shared()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(language.tag())
                    .setTimezoneId("Asia/Shanghai")
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(width, HEIGHT));
    context.addInitScript("localStorage.setItem('duban.language', '" + language.word() + "')");
    page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        faults.add("console: " + message.text());
      }
    });
    page.onPageError(error -> faults.add("script: " + error));
    page.onRequest(request -> {
      URI address = URI.create(request.url().replaceFirst("[?#].*", ""));
      if (address.getScheme().startsWith("http") && !isOwn(address)) {
        faults.add("another host: " + request.url());
      }
    });
  }

  /** Signed in as the launcher's address signs a person in. */
  static Visit of(
      RunningSystem system, Language language, int width, String role, String... districts) {
    String token = system.token(role, districts);
    Visit visit = new Visit(system, language, width);
    visit.go("/#token=" + token);
    return visit;
  }

  /** Goes there and waits until the page is drawn. */
  Page go(String path) {
    page.navigate(system.at(path).toString());
    page.waitForFunction(IS_THERE);
    return page;
  }

  Page page() {
    return page;
  }

  /** Errors on the console and in scripts, and requests to any other host. */
  List<String> faults() {
    return faults;
  }

  private boolean isOwn(URI address) {
    return address.getPort() == system.port() && "127.0.0.1".equals(address.getHost());
  }

  @Override
  public void close() {
    context.close();
  }
}
