package duban.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Not ready while this version's tables are being built: an older replica serves its own. */
@Readiness
@ApplicationScoped
class ProjectionReady implements HealthCheck {

  private final Serving serving;

  ProjectionReady(Serving serving) {
    this.serving = serving;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("projection").status(serving.hasBegun());
    if (!serving.hasBegun()) {
      response.withData("why", why(serving.building()));
    }
    return response.build();
  }

  private static String why(@Nullable RebuildState building) {
    if (building == null) {
      return "about to be built";
    }
    return building.failure() == null
        ? "being built: %s, %d %%".formatted(building.phase(), building.percent())
        : "will be tried again: " + building.failure();
  }
}
