package duban.reporting.discipline;

import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who reported in time. */
@Path("/api/v1/discipline")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Reports")
public class DisciplineResource {

  @Inject Caller caller;
  @Inject Calendar calendar;
  @Inject DisciplineReports reports;
  @Inject After after;

  @GET
  @Operation(
      summary = "Who owed a report for a month, or for each month of a year, and when it came",
      description =
          "A target owes a report for each month it runs in: started, published by its end, and not"
              + " achieved before. On time is what was recorded by the settings' day of the"
              + " following month; up to that day what has not come is pending, then missing. What"
              + " came after `asOf` had not come then.")
  public Uni<DisciplineReports.DisciplineView> discipline(
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("month") @Nullable String month,
      @QueryParam("year") @Nullable String year,
      @QueryParam("detail") @Nullable String detail,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @HeaderParam("Duban-After") @Nullable String position) {
    String ofScope = Asked.scope(scope, caller);
    caller.requireDistrict(ofScope);
    YearMonth ofMonth = month(month);
    int ofYear = ofMonth == null ? Asked.year(year, calendar) : ofMonth.getYear();
    AsOf when = AsOf.parse(asOf, knownAt);
    boolean detailed = "true".equals(detail);
    return after.then(position, () -> reports.of(ofScope, ofYear, ofMonth, detailed, when));
  }

  private static @Nullable YearMonth month(@Nullable String month) {
    try {
      return month == null ? null : YearMonth.parse(month);
    } catch (DateTimeException malformed) {
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST,
          "month 应为月份，如 2022-06。",
          "month must be a month such as 2022-06.");
    }
  }
}
