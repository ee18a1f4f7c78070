package duban.gateway.identity;

import duban.gateway.Turn;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The token in a cookie. A browser adds a cookie to requests that another page had it send, so it
 * counts for no request that the browser calls foreign; and for one that changes something only if
 * a script of these pages says that it sent it, which no form and no other origin's script can.
 */
@ApplicationScoped
class SessionCookie {

  /** Browsers drop a cookie of more than 4096 bytes, name and attributes included, silently. */
  static final int LONGEST_TOKEN = 3800;

  /**
   * What the pages put on whatever changes something; another origin would need our leave for it.
   */
  private static final String PAGE = "Duban-Page";

  private static final String API = "/api/v1/";

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
    if (request.path().startsWith(API)
        && !request.headers().contains(HttpHeaders.AUTHORIZATION)
        && (isRead(request) ? !isForeign(request) : isFromPage(request))) {
      token(request)
          .ifPresent(token -> request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }
    context.next();
  }

  private static boolean isRead(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
  }

  /** Over plain http browsers say only the origin, so that has to be the one that was asked. */
  private static boolean isFromPage(HttpServerRequest request) {
    if (!request.headers().contains(PAGE)) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null ? isOwnOrigin(request) : site.equals("same-origin");
  }

  /** Without the scheme: what ends TLS in front of the gateway need not tell that it did. */
  private static boolean isOwnOrigin(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    HostAndPort asked = request.authority();
    return origin != null
        && asked != null
        && origin.replaceFirst("^https?://", "").equals(asked.toString());
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
