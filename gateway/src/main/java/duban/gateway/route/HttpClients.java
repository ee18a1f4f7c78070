package duban.gateway.route;

import duban.gateway.limit.LimitSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * The connections to the services. What may be silent for long has connections of its own: a stream
 * would otherwise be cut by the others' idle limit, and a crowd of streams would use up their pool.
 * What changes something has its own too: a reader who leaves in the middle of an answer may take
 * down a connection that already serves the next request (Vert.x issue 6294), and while a question
 * can be asked again, nobody could say of a change whether it was made.
 */
@ApplicationScoped
public class HttpClients {

  private final HttpClient prompt;
  private final HttpClient changing;
  private final HttpClient patient;

  @Inject
  HttpClients(Vertx vertx, UpstreamSettings settings, LimitSettings limits) {
    HttpClientOptions base =
        new HttpClientOptions()
            .setConnectTimeout((int) settings.connectTimeout().toMillis())
            .setTcpKeepAlive(true)
            .setTcpNoDelay(true)
            .setMaxWaitQueueSize(settings.waiting());
    HttpClientOptions moving =
        new HttpClientOptions(base)
            .setMaxPoolSize(settings.connections())
            .setIdleTimeout((int) settings.idleTimeout().toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    this.prompt = vertx.createHttpClient(moving);
    this.changing = vertx.createHttpClient(moving);
    this.patient =
        vertx.createHttpClient(
            new HttpClientOptions(base).setMaxPoolSize(limits.streams() + settings.connections()));
  }

  /** Where a request goes that is for this service. */
  public static RequestOptions at(URI service) {
    boolean tls = "https".equals(service.getScheme());
    int usualPort = tls ? 443 : 80;
    return new RequestOptions()
        .setHost(service.getHost())
        .setPort(service.getPort() < 0 ? usualPort : service.getPort())
        .setSsl(tls);
  }

  /** For questions that are answered at once. */
  public HttpClient prompt() {
    return prompt;
  }

  /** For what changes something, and moves all the time while it lasts. */
  HttpClient changing() {
    return changing;
  }

  /** For what may be silent: streams, and answers that are long in coming. */
  HttpClient patient() {
    return patient;
  }

  @PreDestroy
  void close() {
    prompt.close();
    changing.close();
    patient.close();
  }
}
