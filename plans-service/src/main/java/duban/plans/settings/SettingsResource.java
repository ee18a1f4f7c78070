package duban.plans.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Text;
import duban.contracts.catalogue.Settings;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.catalogue.Wording;
import duban.plans.catalogue.Wordings;
import duban.plans.catalogue.Wordings.Author;
import duban.plans.publication.Facts;
import duban.plans.rules.SettingsRules;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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

/** The settings over HTTP: everybody reads them, the bureau words them. */
@Path("/api/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Settings", description = "全市统一的设置 · What the municipality sets for all its districts")
public class SettingsResource {

  private static final String FIELDS =
      """
      "onTrackFrom":0.9,"atRiskFrom":0.7,"tolerance":0.05,"disputedCounts":true,"explainBelow":0.5,
       "explainAbove":2,"reportDueDay":5,"remindDays":7,"rectifyDays":30,
       "termStarts":["01-01","08-01"],"doneStages":["done","完成","办结"]}
      """;

  @Inject CatalogueLog catalogue;
  @Inject Wordings wordings;
  @Inject Caller caller;

  @GET
  @Operation(
      summary = "The settings in force, with their ETag",
      description = "Revision 0 are the defaults that hold while the bureau has set nothing.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = SettingsView.class),
              examples = @ExampleObject(name = "settings", value = "{\"revision\":0," + FIELDS)))
  public Uni<Response> settings(
      @Parameter(
              description = "As it was known at this moment; now unless given",
              example = "2022-07-01T08:00:00+08:00")
          @QueryParam("knownAt")
          @Nullable String knownAt) {
    return catalogue.knownAt(knownAt).map(now -> answer(now.settings()));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "Set them, all at once",
      description =
          "A change needs If-Match once there is a revision 1. Sending what is there already"
              + " changes nothing. `revision` may be sent back as it was read; it decides nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Settings.class),
              examples = @ExampleObject(name = "settings", value = "{" + FIELDS)))
  @APIResponse(
      responseCode = "200",
      description = "In force from now on, or as they were",
      content =
          @Content(
              schema = @Schema(implementation = SettingsView.class),
              examples = @ExampleObject(name = "settings", value = "{\"revision\":1," + FIELDS)))
  @APIResponse(responseCode = "400", description = "Wrong; errors says where")
  @APIResponse(responseCode = "412", description = "Changed by somebody else")
  @APIResponse(responseCode = "428", description = "A change without If-Match")
  public Uni<Response> put(
      @Parameter(description = "The ETag last read", example = "\"r0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      byte[] body) {
    Settings wanted = StrictJson.read(withoutRevision(StrictJson.tree(body)), Settings.class);
    List<FieldProblem> faults = SettingsRules.faults(wanted);
    if (!faults.isEmpty()) {
      Text detail = new Text("设置有误。", "The settings are wrong.");
      throw new ProblemException(new Problem(ProblemType.INVALID_REQUEST, detail, faults));
    }
    Author author = new Author(caller.subject(), ifMatch);
    return catalogue
        .now()
        .chain(now ->
            wordings.change(now.settings(), wanted, author, Facts::settings, (before, after) -> {}))
        .map(worded -> answer(worded.wording()));
  }

  /** What was read may be sent back. */
  private static JsonNode withoutRevision(JsonNode body) {
    return body instanceof ObjectNode fields && fields.path("revision").isInt()
        ? fields.without("revision")
        : body;
  }

  private static Response answer(Wording<Settings> wording) {
    return Response.ok(SettingsView.of(wording)).header(HttpHeaders.ETAG, wording.etag()).build();
  }
}
