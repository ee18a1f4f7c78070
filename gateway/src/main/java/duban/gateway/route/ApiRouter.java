package duban.gateway.route;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.gateway.Turn;
import duban.gateway.identity.Admission;
import duban.gateway.identity.Visitor;
import duban.gateway.limit.BodyLimit;
import duban.gateway.limit.CallerRate;
import duban.gateway.limit.InFlight;
import duban.gateway.limit.Place;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the table's operations on the router: who, how much, then where to. */
@ApplicationScoped
class ApiRouter {

  /** Vert.x takes timers of up to this long; no token should live longer. */
  private static final Duration LONGEST_STREAM = Duration.ofDays(1);

  private final HttpClients clients;
  private final UpstreamSettings upstreams;
  private final CallerRate rate;
  private final InFlight inFlight;
  private final BodyLimit bodyLimit;

  @Inject
  ApiRouter(
      HttpClients clients,
      UpstreamSettings upstreams,
      CallerRate rate,
      InFlight inFlight,
      BodyLimit bodyLimit) {
    this.clients = clients;
    this.upstreams = upstreams;
    this.rate = rate;
    this.inFlight = inFlight;
    this.bodyLimit = bodyLimit;
  }

  void register(@Observes Router router) {
    ApiTable.ROUTES.forEach(operation -> add(router, operation));
    ApiTable.ROUTES.stream()
        .collect(Collectors.groupingBy(ApiRoute::fullPath))
        .forEach((path, operations) -> addOtherMethods(router, path, operations));
  }

  private void add(Router router, ApiRoute operation) {
    Route route = router.route(operation.fullPath()).method(operation.method()).order(Turn.API);
    if (operation.isSafe() && !operation.isStream()) {
      route.method(HttpMethod.HEAD);
    }
    route.handler(context -> pass(context, operation));
  }

  private static void addOtherMethods(Router router, String path, List<ApiRoute> operations) {
    String allowed =
        operations.stream()
            .map(operation -> operation.method().name())
            .sorted()
            .collect(Collectors.joining(", "));
    router
        .route(path)
        .order(Turn.API + 1)
        .handler(context -> {
          Visitor.of(context);
          context.response().putHeader(HttpHeaders.ALLOW, allowed);
          context.fail(405);
        });
  }

  private void pass(RoutingContext context, ApiRoute operation) {
    Visitor visitor = Visitor.of(context);
    Admission.check(context, visitor, operation.roles());
    rate.admit(context, visitor.subject());
    refuseOldClients(context.request());
    long limitBytes = bodyLimit.of(context.request(), operation.upload());
    BodyLimit.admit(context, limitBytes);
    Place place = place(context, operation, visitor);
    context.addEndHandler(ended -> place.leave());
    inviteBody(context.request());
    Future<Void> exchange =
        new Passage(context, operation.upstream(), upstreams.of(operation.upstream()), limitBytes)
            .through(client(operation), headTimeout(operation))
            .onComplete(over -> place.leave());
    if (operation.isStream()) {
      endWithToken(context, visitor.expires(), exchange);
    }
  }

  private Place place(RoutingContext context, ApiRoute operation, Visitor visitor) {
    return operation.isStream()
        ? inFlight.forStream(context, visitor.subject())
        : inFlight.forRequest(context);
  }

  /** The proxy would hold a whole answer in memory for such a client, and a stream has no end. */
  private static void refuseOldClients(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_1_0) {
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST, "请使用 HTTP/1.1 或更高版本。", "Use HTTP/1.1 or later.");
    }
  }

  /** A client that asks first (Expect: 100-continue) sends nothing until it is told to. */
  private static void inviteBody(HttpServerRequest request) {
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
  }

  /** A token that was good when a stream began must not be good for ever. */
  private static void endWithToken(RoutingContext context, Instant expires, Future<Void> exchange) {
    Duration left = Duration.between(Instant.now(), expires);
    Duration bounded = left.compareTo(LONGEST_STREAM) > 0 ? LONGEST_STREAM : left;
    long timer =
        context
            .vertx()
            .setTimer(Math.max(1, bounded.toMillis()), over -> context.response().reset());
    exchange.onComplete(over -> context.vertx().cancelTimer(timer));
  }

  private HttpClient client(ApiRoute operation) {
    return switch (operation.exchange()) {
      case ANSWER, INTAKE -> operation.isSafe() ? clients.prompt() : clients.changing();
      case WORK, DOCUMENT, FILE, STREAM -> clients.patient();
    };
  }

  private Duration headTimeout(ApiRoute operation) {
    return switch (operation.exchange()) {
      case ANSWER, STREAM -> upstreams.answerTimeout();
      case WORK, INTAKE, DOCUMENT, FILE -> upstreams.workTimeout();
    };
  }
}
