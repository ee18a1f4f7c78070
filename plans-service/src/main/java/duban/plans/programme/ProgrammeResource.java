package duban.plans.programme;

import duban.contracts.catalogue.Programme;
import duban.door.Caller;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.catalogue.WordedResource;
import duban.plans.catalogue.Wordings.Author;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Programmes over HTTP: everybody reads them, the bureau words them. */
@Path("/api/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Programmes", description = "多年行动计划 · Programmes of several years")
public class ProgrammeResource {

  private static final String EXAMPLE =
      """
      {"key":"seats-2021-2023","name":"学位扩容三年行动","nameEn":"Three years of new school places",
       "from":2021,"to":2023,"indicator":"new-seats","promised":18000}
      """;

  @Inject CatalogueLog catalogue;
  @Inject Programmes programmes;
  @Inject Caller caller;

  /**
   * @param next what to send as {@code after} for those that follow; absent at the end
   */
  @Schema(name = "ProgrammePage")
  public record Page(List<Programme> programmes, @Nullable String next) {}

  @GET
  @Operation(summary = "The programmes, by key")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Page.class),
              examples =
                  @ExampleObject(
                      name = "page",
                      value = "{\"programmes\":[" + EXAMPLE + "],\"next\":\"seats-2021-2023\"}")))
  public Uni<Page> list(
      @Parameter(description = "Keys past this one", example = "a")
          @QueryParam("after")
          @DefaultValue("")
          String after,
      @Parameter(description = "At most so many; up to 1000", example = "100")
          @QueryParam("limit")
          @DefaultValue("1000")
          int limit,
      @Parameter(
              description = "As it was known at this moment; now unless given",
              example = "2022-07-01T08:00:00+08:00")
          @QueryParam("knownAt")
          @Nullable String knownAt) {
    return catalogue
        .knownAt(knownAt)
        .map(now -> WordedResource.following(now.programmes(), after, limit))
        .map(found -> new Page(found.page(), found.next()));
  }

  @GET
  @Path("/{key}")
  @Operation(summary = "One programme, with its ETag")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Programme.class),
              examples = @ExampleObject(name = "programme", value = EXAMPLE)))
  @APIResponse(responseCode = "404", description = "No such programme")
  public Uni<Response> one(
      @Parameter(example = "seats-2021-2023") @PathParam("key") String key,
      @Parameter(
              description = "As it was known at this moment; now unless given",
              example = "2022-07-01T08:00:00+08:00")
          @QueryParam("knownAt")
          @Nullable String knownAt) {
    return catalogue
        .knownAt(knownAt)
        .map(now ->
            WordedResource.one(
                now.programmes().get(key),
                "目录中没有行动计划 " + key + "。",
                "The catalogue has no programme " + key + "."));
  }

  @PUT
  @Path("/{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "Define a programme, or word it better",
      description =
          "Names, years and what it promises may change, which needs If-Match; its indicator stays"
              + " once it is said. Sending what is there already changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Programme.class),
              examples = @ExampleObject(name = "programme", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Defined",
      content =
          @Content(
              schema = @Schema(implementation = Programme.class),
              examples = @ExampleObject(name = "programme", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "Worded anew, or as it was")
  @APIResponse(responseCode = "409", description = "It would add up under something else")
  @APIResponse(responseCode = "412", description = "Changed by somebody else")
  @APIResponse(responseCode = "428", description = "A change without If-Match")
  public Uni<Response> put(
      @Parameter(example = "seats-2021-2023") @PathParam("key") String key,
      @Parameter(description = "The ETag last read", example = "\"r1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte[] body) {
    Programme wanted = StrictJson.read(body, Programme.class);
    return programmes
        .word(key, wanted, new Author(caller.subject(), ifMatch))
        .map(worded -> WordedResource.answer(worded, "/api/v1/programmes/" + key));
  }
}
