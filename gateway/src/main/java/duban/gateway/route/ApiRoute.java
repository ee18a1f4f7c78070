package duban.gateway.route;

import duban.gateway.limit.Upload;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/**
 * One public operation.
 *
 * @param path below /api/v1, with parameters written {@code :name}
 * @param roles the roles that may call it; the service asks again
 */
public record ApiRoute(
    HttpMethod method, String path, Upstream upstream, Set<String> roles, Exchange exchange) {

  public static final String BASE = "/api/v1";

  /** How the exchange runs, which says what is bounded. */
  public enum Exchange {
    /** A small body and a prompt answer. */
    ANSWER,
    /** An answer that may take minutes to compute. */
    WORK,
    /** A long body, answered while it is still coming in. */
    INTAKE,
    /** A document as a form's file, answered when it was read, which may take a minute. */
    DOCUMENT,
    /** A file of any kind, by itself or in a form, answered when it is kept. */
    FILE,
    /** An answer without end. */
    STREAM
  }

  boolean isStream() {
    return exchange == Exchange.STREAM;
  }

  /** Whether it changes nothing (RFC 9110, 9.2.1). */
  boolean isSafe() {
    return method.equals(HttpMethod.GET);
  }

  /** What it takes beside short bodies. */
  Upload upload() {
    return switch (exchange) {
      case INTAKE -> Upload.LINES;
      case DOCUMENT -> Upload.DOCUMENT;
      case FILE -> Upload.FILE;
      case ANSWER, WORK, STREAM -> Upload.NONE;
    };
  }

  ApiRoute as(Exchange other) {
    return new ApiRoute(method, path, upstream, roles, other);
  }

  /** {@code /api/v1/plans/:plan}. */
  String fullPath() {
    return BASE + path;
  }

  /** {@code /api/v1/plans/{plan}}: the path as OpenAPI writes it. */
  public String template() {
    return fullPath().replaceAll(":([a-z]+)", "{$1}");
  }
}
