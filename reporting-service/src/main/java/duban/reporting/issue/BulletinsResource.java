package duban.reporting.issue;

import duban.door.Roles;
import duban.reporting.bulletin.Edition;
import duban.reporting.issue.PaperResource.Asking;
import duban.reporting.issue.PaperView.Issues;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Monthly bulletins: as JSON, as .docx and as .xlsx, by {@code Accept} or {@code format}. They are
 * made on virtual threads, because making a document takes its time.
 */
@Path("/api/v1/bulletins/{scope}/{month}")
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Bulletins", description = "月通报与年度总结 · Monthly bulletins and yearly summaries")
public class BulletinsResource {

  @Inject PaperResource papers;

  @GET
  @RunOnVirtualThread
  @Produces({MediaType.APPLICATION_JSON, Form.WORD, Form.EXCEL})
  @Operation(summary = "A month's bulletin, issued or as a draft")
  @APIResponse(
      responseCode = "200",
      description = "As JSON, or as a document to be saved",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = PaperView.class)),
        @Content(
            mediaType = Form.WORD,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = Form.EXCEL,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response paper(
      @PathParam("scope") String scope,
      @PathParam("month") String month,
      @QueryParam("issue") @Nullable String issue,
      @QueryParam("draft") boolean draft,
      @QueryParam("knownAt") @Nullable String knownAt,
      @QueryParam("format") @Nullable String format,
      @Context HttpHeaders headers) {
    Asking asking = new Asking(issue, draft, knownAt, format);
    return papers.paper(Edition.bulletin(scope, month), asking, headers);
  }

  @POST
  @Path("/issue")
  @RunOnVirtualThread
  @RolesAllowed(Roles.CITY_ADMIN)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Issues it: freezes its content and has the catalogue's ledger record it")
  @APIResponseSchema(value = PaperView.class, responseCode = "201", responseDescription = "Issued")
  public Response issue(
      @PathParam("scope") String scope,
      @PathParam("month") String month,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    return papers.issue(Edition.bulletin(scope, month), authorization);
  }

  @GET
  @Path("/issues")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Its issues, the first first")
  public Uni<Issues> issues(@PathParam("scope") String scope, @PathParam("month") String month) {
    return papers.issues(Edition.bulletin(scope, month));
  }

  @GET
  @Path("/proof")
  @RunOnVirtualThread
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Proves an issue: its digest, its places in the ledgers, and its words")
  @APIResponseSchema(value = Proof.class, responseDescription = "What holds, and what does not")
  public byte[] proof(
      @PathParam("scope") String scope,
      @PathParam("month") String month,
      @QueryParam("issue") @Nullable String issue) {
    return papers.proof(Edition.bulletin(scope, month), issue);
  }
}
