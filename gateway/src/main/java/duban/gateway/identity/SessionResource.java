package duban.gateway.identity;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.gateway.limit.CallerRate;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exchanges a bearer token for the page's cookie. */
@Path("/session")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Session",
    description = "页面会话 · The page's session: a token kept in a cookie, for these pages only")
public class SessionResource {

  @Inject JWTParser parser;
  @Inject SessionCookie cookie;
  @Inject CallerRate rate;

  /** The body of a sign-in: a bearer token, as Authorization would carry it. */
  public record SignIn(String token) {}

  /** Who is signed in, and until when. */
  public record Session(
      String subject, Set<String> roles, List<String> districts, Instant expires) {

    static Session of(Visitor visitor) {
      return new Session(
          visitor.subject(), visitor.roles(), visitor.districts(), visitor.expires());
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sign in with a bearer token", operationId = "signIn")
  @APIResponse(responseCode = "200", description = "Signed in; the answer sets the cookie")
  @APIResponse(responseCode = "401", description = "The token is not valid")
  public Session signIn(SignIn request, @Context RoutingContext context) {
    rate.admit(context, context.request().remoteAddress().hostAddress());
    refuseForeign(context);
    String token = tokenOf(request);
    Visitor visitor = check(token).orElseThrow(Visitor::unauthenticated);
    Admission.checkRole(visitor, Admission.ANY_ROLE);
    cookie.set(context, token, visitor.expires());
    return Session.of(visitor);
  }

  @GET
  @Operation(summary = "Who is signed in on this page", operationId = "session")
  @APIResponseSchema(value = Session.class, responseDescription = "The session")
  @APIResponse(responseCode = "204", description = "Nobody is signed in")
  public Response session(@Context RoutingContext context) {
    return cookie
        .token(context.request())
        .flatMap(this::check)
        .map(visitor -> Response.ok(Session.of(visitor)))
        .orElseGet(Response::noContent)
        .build();
  }

  @DELETE
  @Operation(summary = "Sign out", operationId = "signOut")
  @APIResponse(responseCode = "204", description = "Signed out; the answer clears the cookie")
  public void signOut(@Context RoutingContext context) {
    refuseForeign(context);
    cookie.clear(context);
  }

  private Optional<Visitor> check(String token) {
    try {
      return Optional.of(Visitor.of(parser.parse(token)));
    } catch (ParseException notValid) {
      return Optional.empty();
    }
  }

  private static String tokenOf(SignIn request) {
    if (request == null || request.token() == null || request.token().isBlank()) {
      throw ProblemException.at(
          ProblemType.INVALID_REQUEST, "/token", "请填写令牌。", "A token is needed.");
    }
    if (request.token().length() > SessionCookie.LONGEST_TOKEN) {
      throw ProblemException.at(
          ProblemType.INVALID_REQUEST,
          "/token",
          "令牌太长，浏览器无法保存。",
          "The token is too long for a browser to keep.");
    }
    return request.token().strip();
  }

  private static void refuseForeign(RoutingContext context) {
    if (SessionCookie.isForeign(context.request())) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "只能在本页面上登录或退出。", "Sign in and out on this page only.");
    }
  }
}
