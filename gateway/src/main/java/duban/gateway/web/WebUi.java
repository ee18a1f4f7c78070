package duban.gateway.web;

import duban.gateway.Turn;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers with the pages of src/main/webui, from memory. The rooms of the pages are addresses of
 * their own, so that a link shows a colleague the same page; all of them are one document, whose
 * router (in router.ts) finds the way. What is named neither here nor in the build's list does not
 * exist; whoever asks for it with a browser is told so by the same document.
 */
@ApplicationScoped
class WebUi {

  private static final List<String> ROOMS =
      List.of(
          "/",
          "/district/:code",
          "/plan/:plan",
          "/target/:target",
          "/indicator/:indicator",
          "/problems",
          "/discipline",
          "/report",
          "/report/:target",
          "/bulletins",
          "/bulletins/:scope/:period",
          "/plans",
          "/review/:plan",
          "/catalogue",
          "/settings",
          "/operations",
          "/wall");

  private static final String DOCUMENT = "index.html";

  /** What lies under these answers itself what is not there: programs ask for it. */
  private static final Set<String> NO_PAGES =
      Set.of("api", "app", "assets", "docs", "internal", "openapi", "q", "session");

  private static final String ICON = "/app/icon.svg";

  private final Map<String, Page> pages = PagesOnDisk.read();

  void register(@Observes Router router) {
    ROOMS.forEach(room -> reading(router, room).handler(this::document));
    reading(router, "/assets/*").handler(this::asset);
    reading(router, "/favicon.ico").handler(WebUi::icon);
    reading(router, "/*").order(Turn.NO_ROOM).handler(this::noRoom);
  }

  private static Route reading(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(Turn.API);
  }

  private void document(RoutingContext context) {
    page(DOCUMENT).answer(context);
  }

  private void noRoom(RoutingContext context) {
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
    String first = context.normalizedPath().split("/", 3)[1];
    if (accepted == null || !accepted.contains("text/html") || NO_PAGES.contains(first)) {
      context.next();
      return;
    }
    context.response().setStatusCode(404);
    document(context);
  }

  /** Browsers ask for it beside answers that name no icon, such as the API's. */
  private static void icon(RoutingContext context) {
    context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, ICON).end();
  }

  private void asset(RoutingContext context) {
    Page page = pages.get(context.normalizedPath().substring(1));
    if (page == null) {
      context.fail(404);
    } else {
      page.answer(context);
    }
  }

  private Page page(String path) {
    Page page = pages.get(path);
    if (page == null) {
      throw new IllegalStateException("the pages were not built: no " + path);
    }
    return page;
  }
}
