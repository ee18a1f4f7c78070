package duban.progress.evidence;

import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.progress.ledger.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files in and out. All of it on virtual threads, because the disk and the body are waited for. */
@Path("/api/v1/districts/{code}/evidence")
@Tag(name = "Evidence", description = "佐证材料：按内容哈希保存 · Files kept under their content's hash")
public class EvidenceResource {

  private static final int MOST_ON_A_PAGE = 500;

  @Inject Caller caller;
  @Inject EvidenceBook book;
  @Inject EvidenceSettings settings;

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_REPORTER})
  @RunOnVirtualThread
  @Operation(
      summary = "Hands in a file of up to 20 MiB that proves what events report",
      description =
          "The file as the body, or as the field `file` of a form. It is kept under the SHA-256 of"
              + " its content and answered once it is durable; an event links it by putting the"
              + " answer's `hash` into its `evidence`. What a file is its content tells: pdf, png,"
              + " jpg, docx, xlsx, pptx, doc, xls, txt and csv are taken.")
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = KeptFile.class)))
  @APIResponse(responseCode = "200", description = "The district handed it in before")
  @APIResponse(responseCode = "413", description = "Above 20 MiB")
  @APIResponse(responseCode = "415", description = "Of no kind that is taken")
  @APIResponse(responseCode = "503", description = "It cannot be kept at the moment")
  public Response take(
      @Parameter(description = "GB/T 2260 code", example = "320412") @PathParam("code") String code,
      @Parameter(description = "The file's name", example = "竣工验收表.pdf") @QueryParam("name")
          @Nullable String name,
      @Context HttpHeaders headers,
      InputStream body) {
    caller.requireDistrict(code);
    String declared = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    return taken(code, name, declared == null ? "" : declared, body);
  }

  /** The form's file is in a temporary file by now. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_REPORTER})
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Response takeForm(
      @PathParam("code") String code,
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("name") @Nullable String name)
      throws IOException {
    caller.requireDistrict(code);
    if (file == null) {
      throw ProblemException.at(
          ProblemType.INVALID_REQUEST, "/file", "必须附上文件。", "A file is required.");
    }
    if (file.size() > settings.maxFileBytes()) {
      throw Arrival.tooLarge(settings.maxFileBytes());
    }
    String type = file.contentType() == null ? "" : file.contentType();
    try (InputStream in = Files.newInputStream(file.uploadedFile())) {
      return taken(code, name == null ? file.fileName() : name, type, in);
    }
  }

  private Response taken(String code, @Nullable String name, String declared, InputStream body) {
    EvidenceBook.Received received;
    try {
      received = book.receive(new EvidenceBook.Sent(code, name, declared, caller.subject()), body);
    } catch (IOException brokenOff) {
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST, "请求体未传完。", "The body broke off before its end.");
    }
    Response.ResponseBuilder answer =
        received.news()
            ? Response.created(
                URI.create("/api/v1/districts/" + code + "/evidence/" + received.file().hash()))
            : Response.ok();
    return answer.entity(received.file()).build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    Roles.CITY_ADMIN,
    Roles.CITY_VIEWER,
    Roles.DISTRICT_PLANNER,
    Roles.DISTRICT_REPORTER,
    Roles.DISTRICT_VIEWER
  })
  @RunOnVirtualThread
  @Operation(
      summary = "The files that a district handed in, in the order of their coming",
      description =
          "Pages by cursor: give the answer's `next` as `after`; there is none on the last page.")
  public FilePage list(
      @Parameter(description = "GB/T 2260 code", example = "320412") @PathParam("code") String code,
      @Parameter(
              description = "the cursor of the page before",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
          @QueryParam("after")
          @Nullable String after,
      @Parameter(
              description = "at most so many, and never more than 500",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100"))
          @QueryParam("limit")
          @Nullable String limit) {
    caller.requireDistrict(code);
    PageRequest page = PageRequest.of(after, limit);
    return book.page(code, page.after(), Math.min(page.limit(), MOST_ON_A_PAGE));
  }

  /** Never shown in the page itself, whatever it is. */
  @GET
  @Path("/{hash}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({
    Roles.CITY_ADMIN,
    Roles.CITY_VIEWER,
    Roles.DISTRICT_PLANNER,
    Roles.DISTRICT_REPORTER,
    Roles.DISTRICT_VIEWER
  })
  @RunOnVirtualThread
  @Operation(summary = "A file, to be saved; checked against its hash on the way out")
  @APIResponse(
      responseCode = "200",
      description = "The bytes",
      content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "The client has it already")
  @APIResponse(responseCode = "404", description = "The district handed in no such file")
  public Response file(
      @Parameter(description = "GB/T 2260 code", example = "320412") @PathParam("code") String code,
      @Parameter(
              description = "with or without `sha256:`",
              example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
          @PathParam("hash")
          String hash,
      @Context HttpHeaders headers) {
    caller.requireDistrict(code);
    KeptFile file =
        book.find(code, hash)
            .orElseThrow(() ->
                ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "该区县没有这个文件。",
                    "The district has handed in no such file."));
    String tag = "\"" + file.digest().hex() + "\"";
    if (tag.equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
      return guarded(Response.notModified(), tag).build();
    }
    InputStream content = book.open(file);
    StreamingOutput delivery =
        out -> {
          try (content) {
            Delivery.deliver(file, content, out);
          }
        };
    return guarded(Response.ok(delivery, MediaType.valueOf(file.type())), tag)
        .header(HttpHeaders.CONTENT_LENGTH, file.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox")
        .build();
  }

  /** Each use asks again, so that a token that ran out opens nothing. */
  private static Response.ResponseBuilder guarded(Response.ResponseBuilder answer, String tag) {
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
  }

  /** As RFC 6266 says: the name itself is percent-encoded, so that it cannot end the header. */
  private static String attachment(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename*=UTF-8''" + encoded;
  }
}
