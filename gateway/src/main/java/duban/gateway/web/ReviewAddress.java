package duban.gateway.web;

import duban.gateway.Turn;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Leads links to the review's old page, which was a document of its own, to its room. */
@ApplicationScoped
class ReviewAddress {

  private static final String OLD = "/review.html";

  /** Nothing else of what a link says becomes part of an address. */
  private static final Pattern PLAN = Pattern.compile("[0-9]{6}-[0-9]{4}");

  void register(@Observes Router router) {
    router.get(OLD).order(Turn.API).handler(ReviewAddress::lead);
  }

  private static void lead(RoutingContext context) {
    String plan = context.request().getParam("plan", "");
    String room = PLAN.matcher(plan).matches() ? "/review/" + plan : "/plans";
    context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, room).end();
  }
}
