package duban.reporting.supervision;

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

/** The loop of supervision. */
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
    name = "Supervision",
    description = "督办闭环：工作项、问题、考评 · The loop of supervision: items, problems, appraisals")
public class SupervisionResource {

  private static final String DUBAN_AFTER = "Duban-After";
  private static final int USUAL = 50;
  private static final int MOST = 200;

  @Inject Caller caller;
  @Inject Calendar calendar;
  @Inject Supervision supervision;
  @Inject After after;

  @GET
  @Path("/supervision")
  @Operation(
      summary = "The work items of a scope, who answers for them, and how far each has come",
      description =
          "state is assigned, accepted, completed, confirmed or returned; explanationDue=true are"
              + " the items with a target that owes a written explanation, false the others.")
  public Uni<Supervision.SupervisionView> list(
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("year") @Nullable String year,
      @QueryParam("state") @Nullable String state,
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("explanationDue") @Nullable String explanationDue,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("after") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @HeaderParam(DUBAN_AFTER) @Nullable String position) {
    String ofScope = allowed(scope);
    AsOf when = AsOf.parse(asOf, knownAt);
    Supervision.Wanted wanted =
        new Supervision.Wanted(
            ofScope,
            Asked.year(year, calendar),
            state(state),
            unit,
            flag(explanationDue),
            cursor,
            Asked.limit(limit, USUAL, MOST));
    return after.then(position, () -> supervision.list(wanted, when));
  }

  @GET
  @Path("/items/{item}")
  @Operation(summary = "One work item: who answers for it, and its whole trail")
  public Uni<Supervision.TrailView> item(
      @PathParam("item") String item,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("after") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @HeaderParam(DUBAN_AFTER) @Nullable String position) {
    caller.requireDistrict(Plan.districtOf(item));
    AsOf when = AsOf.parse(asOf, knownAt);
    long before = Asked.before(cursor);
    int events = Asked.limit(limit, USUAL, MOST);
    return after.then(position, () -> supervision.trail(item, when, before, events));
  }

  @GET
  @Path("/appraisals")
  @Operation(summary = "The appraisals of a scope's plans, each plan's last one first")
  public Uni<Supervision.AppraisalsView> appraisals(
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("year") @Nullable String year,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @HeaderParam(DUBAN_AFTER) @Nullable String position) {
    String ofScope = allowed(scope);
    int ofYear = Asked.year(year, calendar);
    AsOf when = AsOf.parse(asOf, knownAt);
    return after.then(position, () -> supervision.appraisals(ofScope, ofYear, when));
  }

  private String allowed(@Nullable String scope) {
    String asked = Asked.scope(scope, caller);
    caller.requireDistrict(asked);
    return asked;
  }

  private static @Nullable Boolean flag(@Nullable String word) {
    return switch (word) {
      case null -> null;
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default ->
          throw Asked.refused(
              "explanationDue 应为 true 或 false。", "explanationDue must be true or false.");
    };
  }

  private static @Nullable LoopState state(@Nullable String word) {
    return word == null
        ? null
        : LoopState.ofWord(word)
            .orElseThrow(() ->
                Asked.refused(
                    "state 应为 assigned、accepted、completed、confirmed 或 returned。",
                    "state must be assigned, accepted, completed, confirmed or returned."));
  }
}
