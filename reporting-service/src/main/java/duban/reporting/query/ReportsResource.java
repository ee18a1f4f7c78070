package duban.reporting.query;

import duban.contracts.plan.Plan;
import duban.door.Caller;
import duban.door.Roles;
import duban.reporting.calendar.Calendar;
import duban.reporting.freshness.After;
import duban.reporting.question.AsOf;
import duban.reporting.question.Asked;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The reports. Each takes {@code asOf} (a day) and {@code knownAt} (a moment), and the header
 * {@code Duban-After} (positions it must include). Nobody sees beyond their own districts.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(
    name = "Reports",
    description =
        "汇总与状态，可问任一日、任一时刻所知 · Where things stand, as of any day and as known at any moment")
public class ReportsResource {

  private static final String DUBAN_AFTER = "Duban-After";
  private static final int USUAL_EVENTS = 20;
  private static final int MOST_EVENTS = 200;

  @Inject Caller caller;
  @Inject Calendar calendar;
  @Inject Reports reports;
  @Inject PlanReports planReports;
  @Inject EventReports eventReports;
  @Inject After after;

  @GET
  @Path("/rollups")
  @Operation(summary = "What a scope's districts promised and reached, by indicator")
  public Uni<RollupsView> rollups(
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("year") @Nullable String year,
      @QueryParam("indicator") @Nullable String indicator,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @HeaderParam(DUBAN_AFTER) @Nullable String position) {
    String ofScope = allowed(scope);
    int ofYear = Asked.year(year, calendar);
    AsOf when = AsOf.parse(asOf, knownAt);
    return after.then(position, () -> reports.rollups(ofScope, ofYear, indicator, when));
  }

  @GET
  @Path("/scopes/{code}/standing")
  @Operation(summary = "Where a scope stands: lights of it, of what is below it, and of its plans")
  public Uni<ScopeView> scope(
      @PathParam("code") String code,
      @QueryParam("year") @Nullable String year,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @HeaderParam(DUBAN_AFTER) @Nullable String position) {
    String ofScope = allowed(code);
    int ofYear = Asked.year(year, calendar);
    AsOf when = AsOf.parse(asOf, knownAt);
    return after.then(position, () -> reports.scope(ofScope, ofYear, when));
  }

  @GET
  @Path("/plans/{plan}/standing")
  @Operation(summary = "Where a plan stands: its outline with every item's and target's light")
  public Uni<PlanView> plan(
      @PathParam("plan") String plan,
      @QueryParam("months") @Nullable Boolean months,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @HeaderParam(DUBAN_AFTER) @Nullable String position) {
    caller.requireDistrict(Plan.districtOf(plan));
    AsOf when = AsOf.parse(asOf, knownAt);
    return after.then(position, () -> planReports.plan(plan, when, Boolean.TRUE.equals(months)));
  }

  @GET
  @Path("/targets/{id}")
  @Operation(summary = "One target: where it stands, its pace, and what was said of it")
  public Uni<TargetView> target(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("after") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @HeaderParam(DUBAN_AFTER) @Nullable String position) {
    caller.requireDistrict(Plan.districtOf(id));
    AsOf when = AsOf.parse(asOf, knownAt);
    long before = Asked.before(cursor);
    int events = Asked.limit(limit, USUAL_EVENTS, MOST_EVENTS);
    return after.then(position, () -> planReports.target(id, when, before, events));
  }

  @GET
  @Path("/events/latest")
  @Operation(summary = "The last progress events of a scope, the newest first")
  public Uni<EventsView> events(
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("year") @Nullable String year,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("limit") @Nullable String limit,
      @HeaderParam(DUBAN_AFTER) @Nullable String position) {
    String ofScope = allowed(scope);
    int ofYear = Asked.year(year, calendar);
    AsOf when = AsOf.parse(asOf, knownAt);
    int events = Asked.limit(limit, USUAL_EVENTS, MOST_EVENTS);
    return after.then(position, () -> eventReports.latest(ofScope, ofYear, events, when));
  }

  private String allowed(@Nullable String scope) {
    String asked = Asked.scope(scope, caller);
    caller.requireDistrict(asked);
    return asked;
  }
}
