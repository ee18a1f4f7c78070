package duban.gateway.web;

import duban.gateway.Turn;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Leads to our own page around Swagger UI: the one that comes with it starts from an inline script,
 * which the pages' policy rightly refuses.
 */
@ApplicationScoped
class DocsAddress {

  private static final String PAGE = "/docs/index.html";

  void register(@Observes Router router) {
    router.get("/docs").order(Turn.API).handler(DocsAddress::lead);
    router.get("/docs/ui").order(Turn.API).handler(DocsAddress::lead);
    router.get("/docs/ui/index.html").order(Turn.API).handler(DocsAddress::lead);
  }

  private static void lead(RoutingContext context) {
    context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, PAGE).end();
  }
}
