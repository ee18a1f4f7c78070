package duban.gateway.route;

import static duban.door.Roles.CITY_ADMIN;
import static duban.door.Roles.CITY_VIEWER;
import static duban.door.Roles.DISTRICT_PLANNER;
import static duban.door.Roles.DISTRICT_REPORTER;
import static duban.gateway.identity.Admission.ANY_ROLE;
import static duban.gateway.route.ApiRoute.Exchange.ANSWER;
import static duban.gateway.route.ApiRoute.Exchange.DOCUMENT;
import static duban.gateway.route.ApiRoute.Exchange.FILE;
import static duban.gateway.route.ApiRoute.Exchange.INTAKE;
import static duban.gateway.route.ApiRoute.Exchange.STREAM;
import static duban.gateway.route.ApiRoute.Exchange.WORK;
import static duban.gateway.route.Upstream.PLANS;
import static duban.gateway.route.Upstream.PROGRESS;
import static duban.gateway.route.Upstream.REPORTING;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every operation that the outside may call. An operation that is not here is not there. */
public final class ApiTable {

  private static final Set<String> CITY = Set.of(CITY_ADMIN, CITY_VIEWER);
  private static final Set<String> ADMIN = Set.of(CITY_ADMIN);
  private static final Set<String> PLANNER = Set.of(CITY_ADMIN, DISTRICT_PLANNER);
  private static final Set<String> REPORTER = Set.of(CITY_ADMIN, DISTRICT_REPORTER);

  /** Every operation of every service. */
  public static final List<ApiRoute> ROUTES =
      Stream.of(plans(), progress(), reporting()).flatMap(List::stream).toList();

  private static List<ApiRoute> plans() {
    return List.of(
        get("/districts", PLANS, ANY_ROLE),
        put("/districts/:code", PLANS, ADMIN),
        get("/settings", PLANS, ANY_ROLE),
        put("/settings", PLANS, ADMIN),
        get("/indicators", PLANS, ANY_ROLE),
        get("/indicators/:key", PLANS, ANY_ROLE),
        put("/indicators/:key", PLANS, ADMIN),
        get("/programmes", PLANS, ANY_ROLE),
        get("/programmes/:key", PLANS, ANY_ROLE),
        put("/programmes/:key", PLANS, ADMIN),
        get("/issues", PLANS, ANY_ROLE),
        post("/issues", PLANS, ADMIN),
        get("/plans", PLANS, ANY_ROLE),
        post("/plans", PLANS, PLANNER),
        post("/plans/import", PLANS, PLANNER).as(DOCUMENT),
        get("/plans/:plan", PLANS, ANY_ROLE),
        put("/plans/:plan", PLANS, PLANNER),
        post("/plans/:plan/publish", PLANS, ADMIN),
        post("/plans/:plan/close", PLANS, ADMIN),
        post("/plans/:plan/carry-over", PLANS, PLANNER),
        get("/plans/:plan/revisions", PLANS, ANY_ROLE),
        get("/plans/:plan/revisions/:revision", PLANS, ANY_ROLE),
        get("/plans/:plan/revisions/:revision/changes", PLANS, ANY_ROLE),
        get("/plans/:plan/comparison", PLANS, ANY_ROLE),
        get("/plans/:plan/review", PLANS, ANY_ROLE),
        post("/plans/:plan/review/decisions", PLANS, PLANNER),
        post("/plans/:plan/review/proposals", PLANS, PLANNER),
        put("/plans/:plan/review/titles", PLANS, PLANNER),
        get("/plans/:plan/review/reading", PLANS, PLANNER),
        get("/plans/:plan/review/history", PLANS, ANY_ROLE),
        get("/plans/:plan/review/original", PLANS, ANY_ROLE),
        get("/ledgers/plans", PLANS, CITY),
        get("/ledgers/plans/:ledger", PLANS, CITY),
        get("/ledgers/plans/:ledger/events", PLANS, CITY),
        post("/ledgers/plans/:ledger/verify", PLANS, CITY).as(WORK),
        get("/operations/plans", PLANS, ADMIN));
  }

  private static List<ApiRoute> progress() {
    return List.of(
        get("/districts/:code/events", PROGRESS, ANY_ROLE),
        post("/districts/:code/events", PROGRESS, REPORTER).as(INTAKE),
        get("/districts/:code/evidence", PROGRESS, ANY_ROLE),
        post("/districts/:code/evidence", PROGRESS, REPORTER).as(FILE),
        get("/districts/:code/evidence/:hash", PROGRESS, ANY_ROLE),
        get("/districts/:code/ledger", PROGRESS, ANY_ROLE),
        post("/districts/:code/ledger/verify", PROGRESS, ANY_ROLE).as(WORK),
        get("/ledgers/progress", PROGRESS, CITY),
        get("/ledgers/progress/:code", PROGRESS, ANY_ROLE),
        get("/ledgers/progress/:code/events", PROGRESS, ANY_ROLE),
        get("/operations/progress", PROGRESS, ADMIN),
        get("/dead-letters/progress", PROGRESS, ADMIN),
        post("/dead-letters/progress/:letter/redrive", PROGRESS, ADMIN).as(WORK));
  }

  private static List<ApiRoute> reporting() {
    return List.of(
        get("/rollups", REPORTING, ANY_ROLE),
        get("/scopes/:code/standing", REPORTING, ANY_ROLE),
        get("/plans/:plan/standing", REPORTING, ANY_ROLE),
        get("/items/:item", REPORTING, ANY_ROLE),
        get("/targets/:target", REPORTING, ANY_ROLE),
        get("/targets/:target/line", REPORTING, ANY_ROLE),
        get("/programmes/:key/line", REPORTING, ANY_ROLE),
        get("/problems", REPORTING, ANY_ROLE),
        get("/problems/:problem", REPORTING, ANY_ROLE),
        get("/supervision", REPORTING, ANY_ROLE),
        get("/discipline", REPORTING, ANY_ROLE),
        get("/appraisals", REPORTING, ANY_ROLE),
        get("/changes", REPORTING, ANY_ROLE),
        get("/bulletins/:scope/:month", REPORTING, ANY_ROLE).as(WORK),
        post("/bulletins/:scope/:month/issue", REPORTING, ADMIN).as(WORK),
        get("/bulletins/:scope/:month/issues", REPORTING, ANY_ROLE),
        get("/bulletins/:scope/:month/proof", REPORTING, ANY_ROLE).as(WORK),
        get("/summaries/:scope/:year", REPORTING, ANY_ROLE).as(WORK),
        post("/summaries/:scope/:year/issue", REPORTING, ADMIN).as(WORK),
        get("/summaries/:scope/:year/issues", REPORTING, ANY_ROLE),
        get("/summaries/:scope/:year/proof", REPORTING, ANY_ROLE).as(WORK),
        get("/exports/:list", REPORTING, ANY_ROLE).as(WORK),
        get("/districts/:code/template", REPORTING, ANY_ROLE),
        get("/webhooks", REPORTING, PLANNER),
        post("/webhooks", REPORTING, PLANNER),
        get("/webhooks/:webhook", REPORTING, PLANNER),
        put("/webhooks/:webhook", REPORTING, PLANNER),
        delete("/webhooks/:webhook", REPORTING, PLANNER),
        post("/webhooks/:webhook/secret", REPORTING, PLANNER),
        get("/webhooks/:webhook/deliveries", REPORTING, PLANNER),
        post("/webhooks/:webhook/deliveries/:delivery/redeliver", REPORTING, PLANNER),
        get("/events/latest", REPORTING, ANY_ROLE),
        get("/live", REPORTING, ANY_ROLE).as(STREAM),
        get("/projection/positions", REPORTING, CITY),
        post("/projection/verify", REPORTING, ADMIN).as(WORK),
        get("/projection/rebuild", REPORTING, ADMIN),
        post("/projection/rebuild", REPORTING, ADMIN).as(WORK),
        get("/today", REPORTING, ANY_ROLE),
        put("/today", REPORTING, ADMIN).as(WORK),
        get("/operations/reporting", REPORTING, ADMIN),
        get("/dead-letters/reporting", REPORTING, ADMIN),
        post("/dead-letters/reporting/:letter/redrive", REPORTING, ADMIN).as(WORK));
  }

  private ApiTable() {}

  private static ApiRoute get(String path, Upstream upstream, Set<String> roles) {
    return new ApiRoute(HttpMethod.GET, path, upstream, roles, ANSWER);
  }

  private static ApiRoute post(String path, Upstream upstream, Set<String> roles) {
    return new ApiRoute(HttpMethod.POST, path, upstream, roles, ANSWER);
  }

  private static ApiRoute put(String path, Upstream upstream, Set<String> roles) {
    return new ApiRoute(HttpMethod.PUT, path, upstream, roles, ANSWER);
  }

  private static ApiRoute delete(String path, Upstream upstream, Set<String> roles) {
    return new ApiRoute(HttpMethod.DELETE, path, upstream, roles, ANSWER);
  }
}
