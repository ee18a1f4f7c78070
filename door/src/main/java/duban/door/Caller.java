package duban.door;

import duban.contracts.DistrictCode;
import duban.contracts.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends this request, as their token says. */
@RequestScoped
public class Caller {

  private static final String DISTRICTS = "districts";

  @Inject JsonWebToken token;
  @Inject RoutingContext context;

  /** The token's subject; it is kept with every event as {@code by}. */
  public String subject() {
    String subject = token.getSubject();
    if (subject == null) {
      throw ProblemException.of(
          ProblemType.UNAUTHENTICATED, "令牌没有 sub。", "The token has no subject.");
    }
    return subject;
  }

  public boolean hasRole(String role) {
    return token.getGroups() != null && token.getGroups().contains(role);
  }

  /** The GB/T 2260 codes of the token's {@code districts} claim. */
  public List<String> districts() {
    return token.getClaim(DISTRICTS) instanceof Collection<?> codes
        ? codes.stream().map(Caller::text).toList()
        : List.of();
  }

  /** Whether one of the caller's districts is this one or lies above it. */
  public boolean covers(String districtCode) {
    return districts().stream().anyMatch(holder -> DistrictCode.covers(holder, districtCode));
  }

  /**
   * @param code empty where an id names no district
   * @throws ProblemException FORBIDDEN, when the caller does not cover the district; NOT_FOUND,
   *     when there is none
   */
  public void requireDistrict(String code) {
    if (code.isEmpty()) {
      throw ProblemException.of(ProblemType.NOT_FOUND, "没有这个编号。", "There is nothing with this id.");
    }
    if (!covers(code)) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN,
          "您的令牌不包含区划 " + code + "。",
          "Your token does not reach district " + code + ".");
    }
  }

  /** "zh", or "en" when the caller prefers English. */
  public String language() {
    return Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static String text(Object code) {
    return code instanceof JsonString json ? json.getString() : String.valueOf(code);
  }
}
