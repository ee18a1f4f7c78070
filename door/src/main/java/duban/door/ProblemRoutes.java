package duban.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Problem documents for what fails before or beside JAX-RS: a bad token (it is checked ahead of any
 * route), a path that nobody serves, a body that is announced as too large.
 */
@ApplicationScoped
public class ProblemRoutes {

  /** Just ahead of the framework's own check, which answers with an empty body. */
  private static final int BEFORE_BODY_LIMIT = -3;

  /** After every route of resources and extensions, before the framework's last word. */
  private static final int AFTER_ALL = 1_000_000;

  private static final long DRAIN_MILLIS = 3_000;

  private final long limitBytes;

  @Inject
  ProblemRoutes(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M")
          MemorySize limit) {
    this.limitBytes = limit.asLongValue();
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_BODY_LIMIT).handler(this::limitBody);
    router.route().order(AFTER_ALL).handler(this::unknownPath).failureHandler(this::failed);
  }

  private void limitBody(RoutingContext context) {
    HttpServerRequest request = context.request();
    String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    long length = announced == null ? 0 : Long.parseLong(announced);
    if (length <= limitBytes) {
      context.next();
      return;
    }
    ProblemWriter.write(context, Refusals.tooLarge(limitBytes));
    // Closing at once would reset the connection under a client that is still sending, and it would
    // never read the answer; so the rest is read and dropped, for a while.
    request.resume();
    context.vertx().setTimer(DRAIN_MILLIS, _ -> closeUnlessEnded(request));
  }

  private static void closeUnlessEnded(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.connection().close();
    }
  }

  private void unknownPath(RoutingContext context) {
    ProblemWriter.write(context, Refusals.unknownPath());
  }

  private void failed(RoutingContext context) {
    switch (context.failure()) {
      case ProblemException refusal -> ProblemWriter.write(context, refusal.problem());
      case UnauthorizedException _ -> ProblemWriter.write(context, Refusals.unauthenticated());
      case AuthenticationException _ -> ProblemWriter.write(context, Refusals.unauthenticated());
      case ForbiddenException _ -> ProblemWriter.write(context, Refusals.forbidden());
      case null -> ProblemWriter.write(context, Refusals.ofStatus(context.statusCode()));
      default -> ProblemWriter.writeBug(context, context.failure());
    }
  }
}
