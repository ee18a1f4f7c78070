package duban.gateway.identity;

import duban.gateway.Turn;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The token in a cookie. A browser adds a cookie to requests that another page had it send, so the
 * cookie never counts for anything that changes something, nor for a request that the browser
 * itself calls foreign.
 */
@ApplicationScoped
class SessionCookie {

  /** Browsers drop a cookie of more than 4096 bytes, name and attributes included, silently. */
  static final int LONGEST_TOKEN = 3800;

  private static final String READS = "/api/v1/";

  private final SessionSettings settings;

  @Inject
  SessionCookie(SessionSettings settings) {
    this.settings = settings;
  }

  void register(@Observes Router router) {
    router.route().order(Turn.COOKIE).handler(this::becomeHeader);
  }

  /** The token that the request's cookie carries. */
  Optional<String> token(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(settings.cookie())).map(Cookie::getValue);
  }

  void set(RoutingContext context, String token, Instant expires) {
    add(context, token, Math.max(0, Duration.between(Instant.now(), expires).toSeconds()));
  }

  void clear(RoutingContext context) {
    add(context, "", 0);
  }

  /** Whether the browser says that a page of another origin had it send this request. */
  static boolean isForeign(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private void becomeHeader(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (isRead(request)
        && !request.headers().contains(HttpHeaders.AUTHORIZATION)
        && !isForeign(request)) {
      token(request)
          .ifPresent(token -> request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }
    context.next();
  }

  private static boolean isRead(HttpServerRequest request) {
    return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
        && request.path().startsWith(READS);
  }

  private void add(RoutingContext context, String value, long maxAgeSeconds) {
    context
        .response()
        .addCookie(
            Cookie.cookie(settings.cookie(), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(settings.alwaysSecure() || context.request().isSSL())
                .setMaxAge(maxAgeSeconds));
  }
}
