package duban.progress.intake;

import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.RecordingClock;
import duban.door.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where districts post their progress. */
@Path("/api/v1/districts/{code}/events")
@Tag(name = "Progress intake", description = "上报：单条、原子数组、逐行批量、填报表 · Posting progress")
public class EventsResource {

  static final String NDJSON = "application/x-ndjson";
  static final String CSV = "text/csv";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int BUFFER = 16 * 1024;

  private final Caller caller;
  private final JsonPost jsonPost;
  private final Batches batches;
  private final IntakeLimits limits;
  private final RecordingClock clock;
  private final JsonBody jsonBody;

  EventsResource(
      Caller caller,
      JsonPost jsonPost,
      Batches batches,
      IntakeLimits limits,
      RecordingClock clock) {
    this.caller = caller;
    this.jsonPost = jsonPost;
    this.batches = batches;
    this.limits = limits;
    this.clock = clock;
    this.jsonBody = new JsonBody(limits.maxJsonBytes(), limits.maxJsonBytesAtOnce());
  }

  /** On a virtual thread, because the body is read as it arrives and appends are waited for. */
  @POST
  @Consumes({MediaType.APPLICATION_JSON, NDJSON, CSV})
  @Produces({MediaType.APPLICATION_JSON, NDJSON})
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_REPORTER, Roles.CALENDAR})
  @RunOnVirtualThread
  @Operation(
      summary =
          "Posts one event, an array that is kept whole or not at all, a batch of lines, or a"
              + " workbook",
      description =
          """
          An id is used once in a district's ledger for ever: the same event again is answered 200 \
          with the first answer, other content under the same id 409. A correction is an array of \
          `event.voided` and the new event.

          A batch (`application/x-ndjson`) is answered line by line once its body is read; each \
          line stands alone, and a line that is rejected does not stop the others. A table \
          (`text/csv`, UTF-8 or GB18030) is a batch too: its first row names the events' fields, \
          an empty cell leaves a field out, and `evidence` may hold several entries parted by `;`.
          The district's workbook (`GET …/template`), filled in, is a batch of its rows: each in \
          which anything was filled in becomes the event that its target's kind asks for, with an \
          id that follows from what it says, so the same workbook again records nothing again. \
          The answer is a line for each such row with the faulty `cells`, or, for who accepts a \
          workbook, the same one with its faulty cells red, a comment saying why, and a column of \
          results; the header `Duban-Rows` counts them. At most 5 MiB and 5,000 rows.

          `Duban-Expected-Seq` (not for a batch) is the seq that the ledger must stand at; where \
          it stands elsewhere nothing is appended. A repeat is answered as ever.\
          """)
  @Parameter(
      name = ExpectedSeq.HEADER,
      in = ParameterIn.HEADER,
      description = "Append only if the ledger stands at this seq",
      schema = @Schema(type = SchemaType.INTEGER),
      example = "812")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Object.class),
            examples = {
              @ExampleObject(name = "one event", value = Examples.REPORTED),
              @ExampleObject(name = "more of something", value = Examples.ADDED),
              @ExampleObject(name = "a project's step", value = Examples.MILESTONE),
              @ExampleObject(name = "a correction", value = Examples.CORRECTION)
            }),
        @Content(
            mediaType = NDJSON,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "one line of a batch", value = Examples.REPORTED)),
        @Content(
            mediaType = CSV,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "a table", value = Examples.TABLE)),
        @Content(mediaType = EXCEL, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(
      responseCode = "201",
      description = "Appended and durable",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(oneOf = {ReceiptView.class, ReceiptView.Several.class})))
  @APIResponse(
      responseCode = "200",
      description = "A repeat, answered as the first time; or a batch's results, a line each",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(oneOf = {ReceiptView.class, ReceiptView.Several.class})),
        @Content(
            mediaType = NDJSON,
            schema = @Schema(implementation = LineResult.class),
            examples = {
              @ExampleObject(name = "a line's result", value = Examples.LINE_RESULT),
              @ExampleObject(name = "a row's of a workbook", value = Examples.ROW_RESULT)
            }),
        @Content(mediaType = EXCEL, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "400", description = "Not JSON, or not of an event's shape")
  @APIResponse(
      responseCode = "409",
      description = "The id was used for other content; or the ledger stands elsewhere")
  @APIResponse(responseCode = "413", description = "Above 1 MiB, or more than 100 events")
  @APIResponse(
      responseCode = "422",
      description =
          "The plan or the ledger does not take the event; or the workbook is none that can be"
              + " read, or another district's",
      content = @Content(mediaType = "application/problem+json", example = Examples.PROBLEM))
  public Response post(
      @Parameter(description = "GB/T 2260 code", example = "320412") @PathParam("code") String code,
      @Context HttpHeaders headers,
      InputStream body) {
    caller.requireDistrict(code);
    // Of the headers themselves: a parameter of JAX-RS takes an empty one for none.
    String expectedSeq = headers.getHeaderString(ExpectedSeq.HEADER);
    try {
      if (NDJSON.equals(mediaType(headers))) {
        ExpectedSeq.refuseForBatch(expectedSeq);
        return batch(code, headers, body, false);
      }
      if (CSV.equals(mediaType(headers))) {
        ExpectedSeq.refuseForBatch(expectedSeq);
        return batch(code, headers, body, true);
      }
      return json(code, ExpectedSeq.of(expectedSeq), headers, body);
    } catch (IOException brokenOff) {
      // The client is gone; this is for the access log only, and no bug of ours.
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST, "请求体未传完。", "The body broke off before its end.");
    }
  }

  private Poster poster(HttpHeaders headers) {
    return Poster.of(caller, clock, headers.getHeaderString(RecordingClock.RECORDED_ON));
  }

  private Response json(
      String code, OptionalLong expectedSeq, HttpHeaders headers, InputStream body)
      throws IOException {
    Poster poster = poster(headers);
    JsonPost.Posted posted =
        jsonBody.read(
            body, headers.getLength(), json -> jsonPost.post(code, poster, expectedSeq, json));
    return Response.status(posted.news() ? Response.Status.CREATED : Response.Status.OK)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(posted.body())
        .build();
  }

  private Response batch(String code, HttpHeaders headers, InputStream body, boolean table)
      throws IOException {
    Poster poster = poster(headers);
    Spool results = new Spool(limits.spoolMemoryBytes());
    boolean taken = false;
    try {
      batches.take(
          code,
          poster,
          caller.language(),
          () -> table ? CsvLines.of(body, limits.maxLineBytes()) : lines(body),
          new ResultLines(results));
      taken = true;
      return Response.ok(streaming(results), NDJSON).build();
    } finally {
      if (!taken) {
        results.close();
        // A client that is still writing gets its answer.
        body.skip(Long.MAX_VALUE);
      }
    }
  }

  private Lines lines(InputStream body) {
    return new Lines(body, limits.maxLineBytes());
  }

  private static StreamingOutput streaming(Spool results) {
    return out -> {
      try (results;
          InputStream content = results.content()) {
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
          if (!delivered(out, buffer, read)) {
            return;
          }
        }
      }
    };
  }

  /** A client that left before it heard its results can send the batch again. */
  private static boolean delivered(OutputStream out, byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  private static String mediaType(HttpHeaders headers) {
    MediaType type = headers.getMediaType();
    return type == null ? "" : type.getType() + "/" + type.getSubtype();
  }
}
