package duban.door;

import duban.contracts.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes a problem as a Vert.x route's answer, for what JAX-RS never sees. */
public final class ProblemWriter {

  private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

  private ProblemWriter() {}

  /** Ends the response in the caller's language; does nothing if its head is already out. */
  public static void write(RoutingContext context, Problem problem) {
    write(context, ProblemDocument.of(problem, language(context)));
  }

  /** The caller's language, "zh" or "en". */
  public static String language(RoutingContext context) {
    return Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** Logs the failure once and answers 500 with no more than the log entry's id. */
  public static void writeBug(RoutingContext context, Throwable failure) {
    if (Outage.isBehind(failure)) {
      write(context, Outage.PROBLEM);
      return;
    }
    String errorId = UUID.randomUUID().toString();
    LOG.errorf(failure, "request failed, error id %s", errorId);
    write(context, ProblemDocument.internal(errorId, language(context)));
  }

  private static void write(RoutingContext context, ProblemDocument document) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    response.setStatusCode(document.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    response.putHeader(HttpHeaders.CONTENT_LANGUAGE, document.language());
    if (document.challenge() != null) {
      response.putHeader("WWW-Authenticate", document.challenge());
    }
    if (document.retryAfter() != null && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
      response.putHeader(HttpHeaders.RETRY_AFTER, document.retryAfter());
    }
    response.end(document.json());
  }
}
