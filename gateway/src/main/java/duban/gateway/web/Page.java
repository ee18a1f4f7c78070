package duban.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of the pages, with what the build has packed it into.
 *
 * @param type its media type
 * @param isNamedByContent whether its name changes with its content, so that it may be kept for
 *     ever
 * @param packed the same bytes by content coding; empty where packing saves nothing
 */
record Page(String type, boolean isNamedByContent, Buffer plain, Map<String, Buffer> packed) {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_FIRST = "no-cache";

  void answer(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, isNamedByContent ? FOR_EVER : ASK_FIRST)
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    String coding = codingFor(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    if (coding != null) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, coding);
    }
    Buffer body = coding == null ? plain : packed.getOrDefault(coding, plain);
    response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }

  /** The smallest form that the caller takes; browsers take brotli over https and locally only. */
  private @Nullable String codingFor(@Nullable String accepted) {
    if (accepted == null) {
      return null;
    }
    for (String coding : PagesOnDisk.CODINGS.keySet()) {
      if (packed.containsKey(coding) && accepts(accepted, coding)) {
        return coding;
      }
    }
    return null;
  }

  private static boolean accepts(String accepted, String coding) {
    for (String part : accepted.split(",", -1)) {
      String said = part.strip();
      if (said.equals(coding) || (said.startsWith(coding + ";") && !said.endsWith("q=0"))) {
        return true;
      }
    }
    return false;
  }
}
