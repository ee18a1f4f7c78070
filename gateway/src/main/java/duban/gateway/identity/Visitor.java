package duban.gateway.identity;

import duban.contracts.DistrictCode;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a checked token says.
 *
 * @param districts GB/T 2260 codes; each covers everything below it
 * @param expires when the token ends
 */
public record Visitor(String subject, Set<String> roles, List<String> districts, Instant expires) {

  private static final String DISTRICTS = "districts";

  /**
   * The sender of a request outside JAX-RS.
   *
   * @throws ProblemException UNAUTHENTICATED, when no token came with it
   */
  public static Visitor of(RoutingContext context) {
    if (context.user() instanceof QuarkusHttpUser user
        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
      return of(token);
    }
    throw unauthenticated();
  }

  /**
   * @throws ProblemException UNAUTHENTICATED, when the token names nobody
   */
  static Visitor of(JsonWebToken token) {
    String subject = token.getSubject();
    if (subject == null || subject.isBlank()) {
      throw unauthenticated();
    }
    Set<String> roles = token.getGroups() == null ? Set.of() : Set.copyOf(token.getGroups());
    return new Visitor(
        subject, roles, districts(token), Instant.ofEpochSecond(token.getExpirationTime()));
  }

  static ProblemException unauthenticated() {
    return ProblemException.of(
        ProblemType.UNAUTHENTICATED,
        "请在 Authorization 中带上有效的 Bearer 令牌，或在页面上登录。",
        "Send a valid bearer token in Authorization, or sign in on the page.");
  }

  boolean covers(String code) {
    return districts.stream().anyMatch(holder -> DistrictCode.covers(holder, code));
  }

  /** Whether one of the visitor's own districts is that division or lies in it. */
  boolean liesIn(String code) {
    return districts.stream().anyMatch(mine -> DistrictCode.covers(code, mine));
  }

  private static List<String> districts(JsonWebToken token) {
    @Nullable Object claim = token.getClaim(DISTRICTS);
    return claim instanceof Collection<?> codes
        ? codes.stream().map(Visitor::text).toList()
        : List.of();
  }

  private static String text(Object code) {
    return code instanceof JsonString json ? json.getString() : String.valueOf(code);
  }
}
