package duban.gateway.limit;

import duban.gateway.Turn;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Bounds what a client sends after it was answered. Closing at once would make its kernel throw the
 * answer away unread; reading on for ever would let a refused upload run as long as it likes.
 */
@ApplicationScoped
class Leftovers {

  private final LimitSettings settings;

  @Inject
  Leftovers(LimitSettings settings) {
    this.settings = settings;
  }

  void register(@Observes Router router) {
    router.route().order(Turn.LEFTOVERS).handler(this::watch);
  }

  private void watch(RoutingContext context) {
    HttpServerRequest request = context.request();
    context.addEndHandler(ended -> {
      if (!request.isEnded()) {
        context
            .vertx()
            .setTimer(settings.leftover().toMillis(), timer -> closeUnlessEnded(request));
      }
    });
    context.next();
  }

  private static void closeUnlessEnded(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.connection().close();
    }
  }
}
