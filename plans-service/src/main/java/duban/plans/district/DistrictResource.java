package duban.plans.district;

import duban.contracts.catalogue.District;
import duban.contracts.plan.Plan;
import duban.door.Caller;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.district.Districts.Author;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tree: everybody with a token reads it, the bureau gives divisions their places. */
@Path("/api/v1/districts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Districts", description = "行政区划，逐日可查 · The tree of divisions, of any day")
public class DistrictResource {

  private static final ZoneId ZONE = ZoneId.of(Plan.DEFAULT_ZONE);

  private static final String MERGER =
      """
      {"code":"320404","parent":"320402","level":"district","name":"原钟楼区","nameEn":"Zhonglou (former)",
       "from":"2023-01-01","ended":true,"into":["320402"]}
      """;

  @Inject CatalogueLog catalogue;
  @Inject Districts districts;
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
      summary = "The divisions of a day",
      description =
          "Those that stand on that day, each with its place. With `history=true` every place that"
              + " was ever stated: a division that moved is there once for each.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Places.class),
              examples =
                  @ExampleObject(
                      name = "tree",
                      value =
                          """
                          {"districts":[
                           {"code":"320400","parent":"320000","level":"city","name":"常州市","nameEn":"Changzhou","from":"2016-01-01"},
                           {"code":"320412","parent":"320400","level":"district","name":"武进区","nameEn":"Wujin","from":"2016-01-01"}]}
                          """)))
  public Uni<Places> districts(
      @Parameter(description = "The tree of this day; today's unless given", example = "2022-06-30")
          @QueryParam("asOf")
          @Nullable LocalDate asOf,
      @Parameter(description = "Every place that a division ever had, the coming ones too")
          @QueryParam("history")
          @DefaultValue("false")
          boolean history,
      @Parameter(
              description = "As it was known at this moment; now unless given",
              example = "2022-07-01T08:00:00+08:00")
          @QueryParam("knownAt")
          @Nullable String knownAt) {
    LocalDate day = asOf != null ? asOf : LocalDate.now(ZONE);
    return catalogue
        .knownAt(knownAt)
        .map(now -> new Places(history ? now.tree().places() : now.tree().standing(day)));
  }

  @PUT
  @Path("/{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "Give a division its place from a day on",
      description =
          "A new division, a move under another parent, another name, or its end (`ended`, with the"
              + " divisions it went `into` and, as parent, where its sums go). What was stated of a"
              + " day is never edited; stating it again changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = District.class),
              examples = @ExampleObject(name = "merger", value = MERGER)))
  @APIResponse(
      responseCode = "201",
      description = "Stated",
      content =
          @Content(
              schema = @Schema(implementation = District.class),
              examples = @ExampleObject(name = "merger", value = MERGER)))
  @APIResponse(responseCode = "200", description = "It was stated already")
  @APIResponse(responseCode = "409", description = "That day was stated otherwise")
  public Uni<Response> put(
      @Parameter(example = "320404") @PathParam("code") String code, byte[] body) {
    District wanted = StrictJson.read(body, District.class);
    caller.requireDistrict(code);
    boolean reachesParent = wanted.parent() == null || caller.covers(wanted.parent());
    return districts
        .place(wanted, code, new Author(caller.subject(), reachesParent))
        .map(placed ->
            (placed.created() ? Response.created(tree(placed.place())) : Response.ok())
                .entity(placed.place())
                .build());
  }

  private static URI tree(District place) {
    return URI.create("/api/v1/districts?asOf=" + place.from());
  }

  /** The answer. */
  @Schema(name = "Districts")
  public record Places(List<District> districts) {}
}
