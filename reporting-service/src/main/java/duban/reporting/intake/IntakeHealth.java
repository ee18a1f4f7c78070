package duban.reporting.intake;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Down while a batch is being repeated. It is no readiness: a late answer that says so is worth
 * more to a reader than none.
 */
@Wellness
@ApplicationScoped
class IntakeHealth implements HealthCheck {

  private final IntakeState state;

  IntakeHealth(IntakeState state) {
    this.state = state;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("intake").status(!state.isLate());
    state
        .troubles()
        .forEach((topic, trouble) ->
            response.withData(topic, "since " + trouble.since() + ": " + trouble.why()));
    return response.build();
  }
}
