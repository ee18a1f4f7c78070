package duban.reporting.freshness;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.Language;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one refusal here that says when to come again. */
public class NotYetAppliedMapper {

  private static final Problem PROBLEM =
      Problem.of(
          ProblemType.NOT_YET_APPLIED,
          "尚未汇总到所要的位置，请稍后再试。",
          "The position asked for is not applied yet; try again shortly.");

  @ServerExceptionMapper
  public Response later(NotYetApplied refusal, HttpHeaders headers) {
    String language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    return Response.status(PROBLEM.type().status())
        .type("application/problem+json")
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.RETRY_AFTER, 1)
        .entity(PROBLEM.document(language))
        .build();
  }
}
