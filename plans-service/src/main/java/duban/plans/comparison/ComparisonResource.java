package duban.plans.comparison;

import duban.door.Caller;
import duban.door.Roles;
import duban.plans.plan.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** This year's plan beside last year's. */
@Path("/api/v1/plans/{plan}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
public class ComparisonResource {

  private static final String EXAMPLE =
      """
      {"plan":{"plan":"320412-2023","year":2023,"title":"2023年武进教育工作要点","content":"draft"},
       "with":{"plan":"320412-2022","year":2022,"title":"2022年武进教育工作要点","content":"published","revision":1},
       "tally":{"continued":0,"rose":1,"fell":0,"added":0,"vanished":0},
       "rows":[{"change":"rose",
         "before":{"id":"320412-2022.6.1","title":"新增学位","kind":"quantity","operator":">=","value":6325,"unit":"个"},
         "after":{"id":"320412-2023.5.1","title":"新增学位","kind":"quantity","operator":">=","value":7000,"unit":"个"},
         "figureBefore":6325,"figureAfter":7000,"difference":675,"share":0.1067,"by":"title","likeness":1.00}]}
      """;

  @Inject Comparisons comparisons;
  @Inject Caller caller;

  @GET
  @RolesAllowed({
    Roles.CITY_ADMIN,
    Roles.CITY_VIEWER,
    Roles.DISTRICT_PLANNER,
    Roles.DISTRICT_REPORTER,
    Roles.DISTRICT_VIEWER
  })
  @Operation(
      summary = "Which targets go on, rose, fell, are new or have vanished",
      description =
          "Of this plan its draft counts, if there is one; of the other what was published. Every"
              + " target of both is in exactly one row.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Comparison.class),
              examples = @ExampleObject(name = "comparison", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "One of the two plans is not there")
  public Uni<Comparison> compare(
      @Parameter(example = "320412-2023") @PathParam("plan") String plan,
      @Parameter(description = "The earlier plan; the year before unless given") @QueryParam("with")
          @Nullable String with,
      @Parameter(description = "Count undecided proposals of its review as if accepted")
          @QueryParam("undecided")
          @DefaultValue("false")
          boolean undecided) {
    PlanId id = visible(plan);
    PlanId other = visible(with != null ? with : id.district() + "-" + (id.year() - 1));
    return comparisons.compare(id, other, undecided);
  }

  private PlanId visible(String plan) {
    PlanId id = PlanId.of(plan);
    caller.requireDistrict(id.district());
    return id;
  }
}
