package duban.gateway.limit;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** How long a body may be: an upload of events as lines may be long, everything else is short. */
@ApplicationScoped
public class BodyLimit {

  private static final String LINES_OF_JSON = "application/x-ndjson";

  private final LimitSettings settings;

  @Inject
  BodyLimit(LimitSettings settings) {
    this.settings = settings;
  }

  /** The limit in bytes for this request's body. */
  public long of(HttpServerRequest request, boolean takesUploads) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    boolean upload =
        takesUploads
            && type != null
            && type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(LINES_OF_JSON);
    return (upload ? settings.upload() : settings.body()).asLongValue();
  }

  /**
   * Looks at the declared length; what does not declare one is counted by {@link BoundedBody}.
   *
   * @throws ProblemException TOO_LARGE
   */
  public static void admit(RoutingContext context, long limitBytes) {
    String declared = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (declared != null && Long.parseLong(declared) > limitBytes) {
      throw refusal(context, limitBytes);
    }
  }

  /** The refusal, after which the connection is closed: nobody will read the rest of the body. */
  public static ProblemException refusal(RoutingContext context, long limitBytes) {
    boolean isHttp1 = context.request().version() == HttpVersion.HTTP_1_1;
    if (isHttp1 && !context.response().headWritten()) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    return ProblemException.of(
        ProblemType.TOO_LARGE,
        "请求内容超过上限 " + limitBytes + " 字节。",
        "The body is longer than the limit of " + limitBytes + " bytes.");
  }
}
