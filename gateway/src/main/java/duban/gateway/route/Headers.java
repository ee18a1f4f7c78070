package duban.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which headers cross the gateway. Those between two neighbours stay between them, those that only
 * the gateway may write are taken from the client, and the services' talk about themselves stays
 * inside.
 */
final class Headers {

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  /** The cookie ends here: its token has become the Authorization header where it counts. */
  private static final Set<String> NOT_FROM_CLIENTS =
      Set.of(
          "cookie",
          "expect",
          "forwarded",
          "proxy",
          "x-real-ip",
          "x-original-url",
          "x-original-uri",
          "x-rewrite-url",
          "x-http-method-override",
          "x-http-method",
          "x-method-override");

  /** The headers of our own that a client may send. */
  private static final Set<String> OURS =
      Set.of("duban-after", "duban-expected-seq", "duban-recorded-on");

  /** The gateway's own word on these stands; a second value beside it would only confuse. */
  private static final Set<String> NOT_FROM_SERVICES =
      Set.of(
          "server",
          "set-cookie",
          "strict-transport-security",
          "content-security-policy",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "permissions-policy",
          "referrer-policy",
          "x-content-type-options",
          "x-frame-options");

  private Headers() {}

  /** Cleans a client's headers for a service and says on whose behalf they come. */
  static void toService(MultiMap headers, HttpServerRequest request) {
    dropHopByHop(headers);
    Set.copyOf(headers.names()).stream()
        .filter(name -> isNotFromClients(name.toLowerCase(Locale.ROOT)))
        .forEach(headers::remove);
    headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
    if (request.authority() != null) {
      headers.set("X-Forwarded-Host", request.authority().toString());
    }
  }

  /** Cleans a service's headers for a client. */
  static void toClient(MultiMap headers, URI service) {
    dropHopByHop(headers);
    NOT_FROM_SERVICES.forEach(headers::remove);
    String location = headers.get(HttpHeaders.LOCATION);
    if (location != null) {
      headers.set(HttpHeaders.LOCATION, withoutService(location, service));
    }
  }

  /** A place at the service's own address, which the client cannot reach, as a path at ours. */
  private static String withoutService(String location, URI service) {
    URI place = URI.create(location);
    boolean atService =
        service.getHost().equalsIgnoreCase(place.getHost()) && service.getPort() == place.getPort();
    return atService ? location.substring(location.indexOf(place.getRawPath())) : location;
  }

  /** Also drops what the header Connection names, as RFC 9110 section 7.6.1 asks. */
  private static void dropHopByHop(MultiMap headers) {
    List<String> named =
        headers.getAll(HttpHeaders.CONNECTION).stream()
            .flatMap(value -> List.of(value.split(",")).stream())
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    named.forEach(headers::remove);
    HOP_BY_HOP.forEach(headers::remove);
  }

  private static boolean isNotFromClients(String name) {
    return NOT_FROM_CLIENTS.contains(name)
        || name.startsWith("x-forwarded-")
        || name.startsWith("x-duban-")
        || (name.startsWith("duban-") && !OURS.contains(name));
  }
}
