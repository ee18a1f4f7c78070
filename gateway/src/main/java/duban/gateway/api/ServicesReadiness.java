package duban.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import duban.gateway.route.Upstream;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how the services are, as data. The gateway itself stays ready without them: taking the door
 * away as well would hide the clear answer that it gives in their place.
 */
@Readiness
@ApplicationScoped
class ServicesReadiness implements AsyncHealthCheck {

  private final Uni<HealthCheckResponse> answer;

  @Inject
  ServicesReadiness(Services services) {
    this.answer =
        services
            .ask("/q/health/ready")
            .map(ServicesReadiness::response)
            .memoize()
            .forFixedDuration(Duration.ofSeconds(1));
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return answer;
  }

  private static HealthCheckResponse response(Map<Upstream, Optional<JsonNode>> answers) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("services").up();
    answers.forEach((upstream, said) ->
        response.withData(
            upstream.title(),
            said.map(health -> health.path("status").asText("UNKNOWN")).orElse("NO ANSWER")));
    return response.build();
  }
}
