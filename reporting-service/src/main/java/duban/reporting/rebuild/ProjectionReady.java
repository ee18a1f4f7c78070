package duban.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

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
    RebuildState building = serving.building();
    if (!serving.hasBegun()) {
      response.withData(
          "why",
          building == null
              ? "about to be built"
              : "being built: %s, %d %%".formatted(building.phase(), building.percent()));
    }
    return response.build();
  }
}
