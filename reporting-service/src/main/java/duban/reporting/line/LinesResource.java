package duban.reporting.line;

import duban.contracts.DistrictCode;
import duban.contracts.plan.Plan;
import duban.door.Caller;
import duban.door.Roles;
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
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Promises over the years. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Reports")
public class LinesResource {

  @Inject Caller caller;
  @Inject Lines lines;
  @Inject After after;

  @GET
  @Path("/targets/{id}/line")
  @Operation(
      summary = "A target over the years: what it continues, what continues it, what it comes to")
  public Uni<LineView> target(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @HeaderParam("Duban-After") @Nullable String position) {
    caller.requireDistrict(Plan.districtOf(id));
    AsOf when = AsOf.parse(asOf, knownAt);
    // Taken from the request now: it may be over when the answer is put together.
    List<String> own = caller.districts();
    Predicate<String> maySee =
        district -> own.stream().anyMatch(holder -> DistrictCode.covers(holder, district));
    return after.then(position, () -> lines.target(id, when, maySee));
  }

  @GET
  @Path("/programmes/{key}/line")
  @Operation(
      summary = "A programme over the years: its slices by year and district, and their sums")
  public Uni<ProgrammeView> programme(
      @PathParam("key") String key,
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @HeaderParam("Duban-After") @Nullable String position) {
    String ofScope = Asked.scope(scope, caller);
    caller.requireDistrict(ofScope);
    AsOf when = AsOf.parse(asOf, knownAt);
    return after.then(position, () -> lines.programme(key, ofScope, when));
  }
}
