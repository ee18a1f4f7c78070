package duban.gateway.limit;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** How long a body may be: an upload may be long, everything else is short. */
@ApplicationScoped
public class BodyLimit {

  private static final long MEBIBYTE = 1L << 20;

  private final LimitSettings settings;

  @Inject
  BodyLimit(LimitSettings settings) {
    this.settings = settings;
  }

  /** The limit in bytes for this request's body, at an operation that takes such uploads. */
  public long of(HttpServerRequest request, Upload upload) {
    boolean isUpload = upload.isOfType(request.getHeader(HttpHeaders.CONTENT_TYPE));
    return (isUpload ? limit(upload) : settings.body()).asLongValue();
  }

  private MemorySize limit(Upload upload) {
    return switch (upload) {
      case NONE -> settings.body();
      case LINES -> settings.upload();
      case DOCUMENT, FILE -> settings.document();
    };
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
        "请求内容超过上限 " + limitBytes + " 字节" + inMebibytes(limitBytes, "（%d MiB）。", "。"),
        "The body is longer than the limit of "
            + limitBytes
            + " bytes"
            + inMebibytes(limitBytes, " (%d MiB).", "."));
  }

  /** For people, where it is a round number of them. */
  private static String inMebibytes(long bytes, String round, String odd) {
    return bytes % MEBIBYTE == 0 ? String.format(Locale.ROOT, round, bytes / MEBIBYTE) : odd;
  }
}
