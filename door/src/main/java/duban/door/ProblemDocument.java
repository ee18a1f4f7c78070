package duban.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.Json;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it goes over the wire (RFC 9457).
 *
 * @param json the document
 * @param challenge the value of {@code WWW-Authenticate}; only a 401 has it
 * @param retryAfter the value of {@code Retry-After} in seconds; only a 503 has it
 */
record ProblemDocument(
    int status,
    String language,
    String json,
    @Nullable String challenge,
    @Nullable String retryAfter) {

  static final String MEDIA_TYPE = "application/problem+json";

  static ProblemDocument of(Problem problem, String language) {
    return of(problem, language, Map.of());
  }

  /** For a bug: says nothing of the inside, but names the log's entry. */
  static ProblemDocument internal(String errorId, String language) {
    Problem problem =
        Problem.of(
            ProblemType.INTERNAL,
            "系统内部出错，已记录；反馈时请附上编号。",
            "Something went wrong on our side and was logged; please quote the instance.");
    return of(problem, language, Map.of("instance", "urn:uuid:" + errorId));
  }

  private static ProblemDocument of(Problem problem, String language, Map<String, Object> more) {
    Map<String, Object> document = new LinkedHashMap<>(problem.document(language));
    document.putAll(more);
    String challenge = problem.type() == ProblemType.UNAUTHENTICATED ? "Bearer" : null;
    String retryAfter = problem.type().status() == 503 ? "1" : null;
    return new ProblemDocument(
        problem.type().status(), language, write(document), challenge, retryAfter);
  }

  private static String write(Map<String, Object> document) {
    try {
      return Json.lenient().writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError("a map of strings is always JSON", impossible);
    }
  }
}
