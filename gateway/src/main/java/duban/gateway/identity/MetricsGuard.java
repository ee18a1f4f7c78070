package duban.gateway.identity;

import duban.door.Roles;
import duban.gateway.Turn;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * The services' ports are closed to the outside, but this one is not, and what is counted here says
 * how the whole is used.
 */
@ApplicationScoped
class MetricsGuard {

  private static final String METRICS = "/q/metrics*";
  private static final Set<String> ADMITTED = Set.of(Roles.CITY_ADMIN);

  void register(@Observes Router router) {
    router.route(METRICS).order(Turn.API).handler(MetricsGuard::admit);
  }

  private static void admit(RoutingContext context) {
    Admission.checkRole(Visitor.of(context), ADMITTED);
    context.next();
  }
}
