package duban.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import duban.contracts.problem.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way out of a resource that is not an answer becomes a problem document here. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response refusal(ProblemException refusal, HttpHeaders headers) {
    return response(refusal.problem(), headers);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthenticated(SecurityException failure, HttpHeaders headers) {
    return response(Refusals.unauthenticated(), headers);
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException failure, HttpHeaders headers) {
    return response(Refusals.forbidden(), headers);
  }

  @ServerExceptionMapper
  public Response mismatch(MismatchedInputException failure, HttpHeaders headers) {
    return response(JsonFaults.of(failure), headers);
  }

  @ServerExceptionMapper
  public Response framework(WebApplicationException failure, HttpHeaders headers) {
    Response answer = failure.getResponse();
    int status = answer.getStatus();
    if (status < 400) {
      return answer;
    }
    if (status >= 500 && status != 503) {
      return bug(failure, headers);
    }
    return builder(problemOf(failure), headers)
        .header(HttpHeaders.ALLOW, answer.getHeaderString(HttpHeaders.ALLOW))
        .build();
  }

  @ServerExceptionMapper
  public Response bug(Throwable failure, HttpHeaders headers) {
    if (Outage.isBehind(failure)) {
      return response(Outage.PROBLEM, headers);
    }
    String errorId = UUID.randomUUID().toString();
    LOG.errorf(failure, "request failed, error id %s", errorId);
    return builder(ProblemDocument.internal(errorId, language(headers))).build();
  }

  private static Problem problemOf(WebApplicationException failure) {
    return switch (failure.getCause()) {
      case JsonProcessingException json -> JsonFaults.of(json);
      // Query and path parameters that cannot be converted come as a 404 with a cause.
      case Throwable _ when failure instanceof NotFoundException -> Refusals.badParameter();
      case null, default -> Refusals.ofStatus(failure.getResponse().getStatus());
    };
  }

  private static Response response(Problem problem, HttpHeaders headers) {
    return builder(problem, headers).build();
  }

  private static Response.ResponseBuilder builder(Problem problem, HttpHeaders headers) {
    return builder(ProblemDocument.of(problem, language(headers)));
  }

  private static Response.ResponseBuilder builder(ProblemDocument document) {
    return Response.status(document.status())
        .type(ProblemDocument.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, document.language())
        .header(HttpHeaders.WWW_AUTHENTICATE, document.challenge())
        .header(HttpHeaders.RETRY_AFTER, document.retryAfter())
        .entity(document.json().getBytes(StandardCharsets.UTF_8));
  }

  private static String language(HttpHeaders headers) {
    return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
