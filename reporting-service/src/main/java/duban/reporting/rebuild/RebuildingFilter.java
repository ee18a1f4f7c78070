package duban.reporting.rebuild;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.Language;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** While this version's tables are being built no report is told from the half of them. */
public class RebuildingFilter {

  private static final String REBUILD = "/api/v1/projection/rebuild";

  /** Which say that it is being built. */
  private static final String OPERATIONS = "/api/v1/operations/";

  private static final long USUAL_WAIT_SECONDS = 5;

  private final Serving serving;

  RebuildingFilter(Serving serving) {
    this.serving = serving;
  }

  @ServerRequestFilter
  public Optional<Response> later(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return serving.hasBegun()
            || !path.startsWith("/api/")
            || path.equals(REBUILD)
            || path.startsWith(OPERATIONS)
        ? Optional.empty()
        : Optional.of(refusal(request));
  }

  private Response refusal(ContainerRequestContext request) {
    RebuildState building = serving.building();
    int percent = building == null ? 0 : building.percent();
    Long eta = building == null ? null : building.etaSeconds();
    long seconds = eta == null ? USUAL_WAIT_SECONDS : Math.max(1, eta);
    Problem problem =
        Problem.of(
            ProblemType.REBUILDING,
            "正在从台账重新汇总，已完成 %d%%，约需 %d 秒。".formatted(percent, seconds),
            "Being built from the ledgers: %d %%, about %d s left.".formatted(percent, seconds));
    String language = Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    return Response.status(problem.type().status())
        .type("application/problem+json")
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .entity(problem.document(language))
        .build();
  }
}
