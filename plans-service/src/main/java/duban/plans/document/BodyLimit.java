package duban.plans.document;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps every other body short. The framework has one limit for all of them, and a document's would
 * let anybody fill the memory with JSON.
 */
@ApplicationScoped
class BodyLimit {

  private static final String UPLOADS = "/api/v1/plans/import";

  /** Just behind the framework's own check, which notes its limit in the context. */
  private static final int AFTER_THE_FRAMEWORK = -1;

  private final long limitBytes;

  @Inject
  BodyLimit(
      @ConfigProperty(name = "duban.json.max-body-size", defaultValue = "1M") MemorySize limit) {
    this.limitBytes = limit.asLongValue();
  }

  void register(@Observes Router router) {
    router.route().order(AFTER_THE_FRAMEWORK).handler(this::limit);
  }

  private void limit(RoutingContext context) {
    if (context.normalizedPath().equals(UPLOADS)) {
      context.next();
      return;
    }
    context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limitBytes);
    String announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (announced == null || Long.parseLong(announced) <= limitBytes) {
      context.next();
      return;
    }
    // It is read and dropped, for a client that is still sending hears no answer.
    context.request().resume();
    context.fail(
        ProblemException.of(
            ProblemType.TOO_LARGE,
            "请求体不得超过 " + limitBytes + " 字节。",
            "The body may have at most " + limitBytes + " bytes."));
  }
}
