package duban.gateway.route;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.gateway.limit.BodyLimit;
import duban.gateway.limit.BoundedBody;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * One exchange on its way through: both bodies are piped with back-pressure, and whichever side
 * goes away takes the other with it.
 */
final class Passage implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(Passage.class);
  private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);

  private final RoutingContext context;
  private final Upstream upstream;
  private final URI service;
  private final long bodyLimitBytes;
  private final Promise<Void> over = Promise.promise();
  private final AtomicBoolean bodyTooLong = new AtomicBoolean();

  Passage(RoutingContext context, Upstream upstream, URI service, long bodyLimitBytes) {
    this.context = context;
    this.upstream = upstream;
    this.service = service;
    this.bodyLimitBytes = bodyLimitBytes;
  }

  /**
   * Begins the exchange; the future ends with it, however it ends. (The context's own end handlers
   * do not run when the proxy resets the answer, because it takes over the handler they hang on.)
   *
   * @param headTimeout bounds the wait for the answer's head
   */
  Future<Void> through(HttpClient client, Duration headTimeout) {
    RequestOptions options = HttpClients.at(service).setIdleTimeout(headTimeout.toMillis());
    HttpProxy.reverseProxy(NO_WEB_SOCKETS, client)
        .origin(exchange -> client.request(options).compose(this::unlessClientLeft))
        .addInterceptor(this)
        .handle(context.request());
    return over.future();
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
    ProxyRequest request = exchange.request();
    Headers.toService(request.headers(), context.request());
    Body body = request.getBody();
    request.setBody(
        Body.body(new BoundedBody(body.stream(), bodyLimitBytes, this::cut), body.length()));
    return exchange
        .sendRequest()
        .recover(
            failure -> mayAskAgain(failure) ? askAgain(exchange) : Future.failedFuture(failure))
        .recover(failure -> refuse(request, failure));
  }

  /**
   * A question whose connection went before its answer began. Connections are kept, and one may be
   * closed, by its service or for the sake of the request before, just as it is taken.
   */
  private boolean mayAskAgain(Throwable failure) {
    HttpMethod method = context.request().method();
    MultiMap headers = context.request().headers();
    return failure instanceof HttpClosedException
        && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
        && !headers.contains(HttpHeaders.CONTENT_LENGTH)
        && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
        && !context.response().closed();
  }

  private static Future<ProxyResponse> askAgain(ProxyContext exchange) {
    exchange.request().setBody(null);
    return exchange.sendRequest();
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext exchange) {
    MultiMap headers = exchange.response().headers();
    Headers.toClient(headers, service);
    if (headers.contains(HttpHeaders.CACHE_CONTROL)) {
      context.response().headers().remove(HttpHeaders.CACHE_CONTROL);
    }
    return exchange.sendResponse().onComplete(sent -> over.tryComplete());
  }

  /** A client may leave while the connection is made, when nobody watches it yet. */
  private Future<HttpClientRequest> unlessClientLeft(HttpClientRequest request) {
    if (context.response().closed()) {
      request.reset();
      return Future.failedFuture("the client has left");
    }
    // What fails the request fails its answer too, and is told there; untaken, it would be logged.
    return Future.succeededFuture(request.exceptionHandler(failure -> {}));
  }

  private void cut() {
    bodyTooLong.set(true);
  }

  /**
   * Answers in the service's place. The proxy's own chain would go on to answer with an empty 502,
   * so it is left without an end.
   */
  private Future<ProxyResponse> refuse(ProxyRequest request, Throwable failure) {
    request.release();
    over.tryComplete();
    if (bodyTooLong.get()) {
      context.fail(BodyLimit.refusal(context, bodyLimitBytes));
    } else if (!context.response().closed()) {
      LOG.warnf("%s did not answer: %s", upstream.title(), failure.getMessage());
      context.fail(new ProblemException(unreachable()));
    }
    return Promise.<ProxyResponse>promise().future();
  }

  private Problem unreachable() {
    return Problem.of(
        ProblemType.BAD_GATEWAY,
        upstream.title() + " 暂时没有应答，请稍后再试。",
        upstream.title() + " does not answer at the moment; try again later.");
  }
}
