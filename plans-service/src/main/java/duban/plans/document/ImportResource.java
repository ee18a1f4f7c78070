package duban.plans.document;

import duban.contracts.DistrictCode;
import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.ledger.chain.Hash;
import duban.plans.plan.PlanId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where plan documents come in. */
@Path("/api/v1/plans/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review")
public class ImportResource {

  private static final String EXAMPLE =
      """
      {"plan":"320404-2023","document":1,"etag":"\\"d1-r0\\"","sections":2,"items":3,"paragraphs":6,"doubts":0,
       "tally":{"undecided":4,"accepted":0,"edited":0,"rejected":0,"results":0},"review":{"plan":"320404-2023"}}
      """;

  private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TITLE = 300;

  @Inject Importing importing;
  @Inject ImportLimits limits;
  @Inject Caller caller;

  /**
   * The upload is in a temporary file by now. On a virtual thread, because reading is waited for.
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_PLANNER})
  @RunOnVirtualThread
  @Operation(
      summary = "Make a draft from a plan's document",
      description =
          "A .txt, .html, .docx, .doc or .pdf file of up to 20 MB. What it was taken to say waits"
              + " as proposals for its review; the draft holds none of it before it is accepted."
              + " The same document again changes nothing.")
  @APIResponse(
      responseCode = "201",
      description = "The draft, at Location, with its review",
      content =
          @Content(
              schema = @Schema(implementation = ImportView.class),
              examples = @ExampleObject(name = "import", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "This document made the draft before")
  @APIResponse(responseCode = "409", description = "There is a plan; see `replace`")
  @APIResponse(responseCode = "413", description = "Above 20 MB")
  @APIResponse(responseCode = "422", description = "It cannot be read; `type` says why")
  @APIResponse(responseCode = "503", description = "Others are being read; try again shortly")
  public Response take(
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("district") @Nullable String district,
      @RestForm("year") @Nullable String year,
      @RestForm("title") @Nullable String title,
      @Parameter(description = "Let it take the place of a draft that is there")
          @QueryParam("replace")
          @DefaultValue("false")
          boolean replace) {
    PlanId plan = plan(district, year);
    caller.requireDistrict(plan.district());
    requireTitle(title);
    FileUpload given = requireFile(file);
    Importing.Imported imported = importing.take(handed(plan, title, given, replace));
    return answer(ImportView.of(imported.review()), imported.made());
  }

  private Handed handed(PlanId plan, @Nullable String title, FileUpload file, boolean replace) {
    byte[] bytes = bytes(file);
    return new Handed(
        plan,
        title,
        name(file),
        Buffer.buffer(bytes),
        Hash.sha256(bytes),
        replace,
        caller.subject());
  }

  private static PlanId plan(@Nullable String district, @Nullable String year) {
    if (district == null || !DistrictCode.isValid(district)) {
      throw wrong("/district", "应为区划代码。", "Must be a district's code.");
    }
    if (year == null || !YEAR.matcher(year).matches()) {
      throw wrong("/year", "应为年度，如 2023。", "Must be a year such as 2023.");
    }
    return PlanId.of(district + "-" + year);
  }

  private static void requireTitle(@Nullable String title) {
    if (title != null && (title.isBlank() || title.length() > LONGEST_TITLE)) {
      throw wrong("/title", "应有 1 至 300 个字符。", "Must have 1 to 300 characters.");
    }
  }

  private FileUpload requireFile(@Nullable FileUpload file) {
    if (file == null) {
      throw wrong("/file", "必须附上文件。", "A file is required.");
    }
    if (file.size() > limits.maxFileBytes()) {
      throw ProblemException.of(
          ProblemType.TOO_LARGE,
          "文件不得超过 " + limits.maxFileBytes() + " 字节。",
          "The file may have at most " + limits.maxFileBytes() + " bytes.");
    }
    return file;
  }

  /** The last part of whatever path a browser sends along, fit to be kept and shown. */
  private static String name(FileUpload file) {
    String sent = file.fileName() == null ? "" : file.fileName();
    String name =
        sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
            .replaceAll("\\p{Cntrl}", "")
            .strip();
    return name.isEmpty() ? "document" : Shortened.to(LONGEST_NAME, name);
  }

  private static byte[] bytes(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException("an upload that cannot be read back", e);
    }
  }

  private static ProblemException wrong(String pointer, String zh, String en) {
    return ProblemException.at(ProblemType.INVALID_REQUEST, pointer, zh, en);
  }

  private static Response answer(ImportView view, boolean made) {
    Response.ResponseBuilder response =
        made ? Response.created(URI.create("/api/v1/plans/" + view.plan())) : Response.ok();
    return response.header(HttpHeaders.ETAG, view.etag()).entity(view).build();
  }
}
