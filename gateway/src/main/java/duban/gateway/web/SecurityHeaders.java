package duban.gateway.web;

import duban.gateway.Turn;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every answer tells the browser not to do, whoever wrote the answer. */
@ApplicationScoped
class SecurityHeaders {

  /** Nothing inline, nothing from outside, no frame around it. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final long ONE_YEAR_SECONDS = 31_536_000;

  void register(@Observes Router router) {
    router
        .route()
        .order(Turn.HEADERS)
        .handler(SecurityHeaders::add)
        .failureHandler(SecurityHeaders::add);
  }

  private static void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Content-Security-Policy", PAGE_POLICY);
    // The build gives every file one date, so a browser that asks "changed since?" would keep
    // yesterday's page over an upgrade; and answers of the API are nobody's to keep.
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (context.request().isSSL()) {
      headers.set("Strict-Transport-Security", "max-age=" + ONE_YEAR_SECONDS);
    }
    context.next();
  }
}
