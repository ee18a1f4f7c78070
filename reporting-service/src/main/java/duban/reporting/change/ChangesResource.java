package duban.reporting.change;

import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.reporting.calendar.Calendar;
import duban.reporting.change.Changes.Page;
import duban.reporting.freshness.After;
import duban.reporting.question.AsOf;
import duban.reporting.question.Asked;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What changed between two points of view. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Reports")
public class ChangesResource {

  private static final int USUAL_TARGETS = 500;
  private static final int MOST_TARGETS = 2_000;

  @Inject Caller caller;
  @Inject Calendar calendar;
  @Inject Changes changes;
  @Inject After after;

  @GET
  @Operation(
      summary =
          "What changed in a scope between two days, or between what was known at two moments")
  public Uni<ChangesView> changes(
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("year") @Nullable String year,
      @QueryParam("fromAsOf") @Nullable String fromAsOf,
      @QueryParam("fromKnownAt") @Nullable String fromKnownAt,
      @QueryParam("toAsOf") @Nullable String toAsOf,
      @QueryParam("toKnownAt") @Nullable String toKnownAt,
      @QueryParam("after") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @HeaderParam("Duban-After") @Nullable String position) {
    String ofScope = Asked.scope(scope, caller);
    caller.requireDistrict(ofScope);
    int ofYear = Asked.year(year, calendar);
    if (fromAsOf == null && fromKnownAt == null) {
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST,
          "请用 fromAsOf 或 fromKnownAt 说明从何时比较。",
          "Say from when to compare, by fromAsOf or fromKnownAt.");
    }
    AsOf from = AsOf.parse(fromAsOf, fromKnownAt);
    AsOf to = AsOf.parse(toAsOf, toKnownAt);
    Page page =
        new Page(cursor == null ? "" : cursor, Asked.limit(limit, USUAL_TARGETS, MOST_TARGETS));
    return after.then(position, () -> changes.between(ofScope, ofYear, from, to, page));
  }
}
