package duban.reporting.supervision;

import duban.contracts.DistrictCode;
import duban.contracts.plan.Plan;
import duban.door.Caller;
import duban.door.Roles;
import duban.reporting.calendar.Calendar;
import duban.reporting.freshness.After;
import duban.reporting.problem.ProblemFilter.Stand;
import duban.reporting.problem.ProblemPlace;
import duban.reporting.problem.ProblemRow;
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

/** The problem list (问题清单). */
@Path("/api/v1/problems")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Supervision")
public class ProblemsResource {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  @Inject Caller caller;
  @Inject Calendar calendar;
  @Inject ProblemList problems;
  @Inject After after;

  @GET
  @Operation(
      summary = "The problem list of a scope, the first due first, with counts",
      description =
          "state is open, rectified, closed or overdue (open and past its day). A step belongs to"
              + " the day of its recording: the list as of a day has those recorded on days up to"
              + " it and by knownAt, and what is overdue is told for that day.")
  public Uni<ProblemList.ProblemsView> list(
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("state") @Nullable String state,
      @QueryParam("year") @Nullable String year,
      @QueryParam("item") @Nullable String item,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("after") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @HeaderParam("Duban-After") @Nullable String position) {
    String asked = scope == null && item != null ? Plan.districtOf(item) : scope;
    String ofScope = Asked.scope(asked, caller);
    caller.requireDistrict(ofScope);
    // An item is of one year anyway.
    int ofYear = year == null && item != null ? 0 : Asked.year(year, calendar);
    AsOf when = AsOf.parse(asOf, knownAt);
    int most = Asked.limit(limit, USUAL, MOST);
    ProblemList.Wanted wanted =
        new ProblemList.Wanted(ofScope, ofYear, stand(state), item, place(cursor), most);
    return after.then(position, () -> problems.list(wanted, when));
  }

  @GET
  @Path("/{problem}")
  @Operation(summary = "One problem of a district with all its steps")
  public Uni<ProblemRow> one(
      @PathParam("problem") String problem,
      @QueryParam("district") @Nullable String district,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @HeaderParam("Duban-After") @Nullable String position) {
    if (district == null || !DistrictCode.isValid(district)) {
      throw Asked.refused(
          "请用 district 指明区县：问题编号只在其区县内唯一。",
          "Name the district: a problem's key is unique in its district only.");
    }
    caller.requireDistrict(district);
    AsOf when = AsOf.parse(asOf, knownAt);
    return after.then(position, () -> problems.one(district, problem, when));
  }

  private static @Nullable Stand stand(@Nullable String state) {
    return state == null
        ? null
        : Stand.ofWord(state)
            .orElseThrow(() ->
                Asked.refused(
                    "state 应为 open、rectified、closed 或 overdue。",
                    "state must be open, rectified, closed or overdue."));
  }

  private static @Nullable ProblemPlace place(@Nullable String cursor) {
    return cursor == null
        ? null
        : ProblemPlace.parse(cursor)
            .orElseThrow(() ->
                Asked.refused("after 应为上一页的 next。", "after must be the next of the page before."));
  }
}
