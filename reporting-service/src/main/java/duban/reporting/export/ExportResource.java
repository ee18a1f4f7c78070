package duban.reporting.export;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.reporting.calendar.Calendar;
import duban.reporting.export.Exports.Ready;
import duban.reporting.export.Exports.Wish;
import duban.reporting.question.Asked;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists as files, written on a virtual thread as fast as the reader takes them. */
@Path("/api/v1/exports/{list}")
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Exports", description = "导出与填报表 · Lists as files, and the workbook to fill in")
public class ExportResource {

  @Inject Caller caller;
  @Inject Calendar calendar;
  @Inject Exports exports;

  @GET
  @RunOnVirtualThread
  @Operation(summary = "A list as CSV or NDJSON, as of a day and as known at a moment")
  @APIResponse(
      responseCode = "200",
      description = "The list as a file: a row a line, the first line of a CSV names its columns",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
      })
  public Response export(
      @PathParam("list") String list,
      @QueryParam("format") @Nullable String format,
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("year") @Nullable String year,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownAt") @Nullable String knownAt,
      @Context HttpServerRequest request) {
    String ofScope = Asked.scope(scope, caller);
    caller.requireDistrict(ofScope);
    Instant moment = Asked.moment(knownAt);
    Wish wish =
        new Wish(
            Listing.ofWord(list),
            ofScope,
            Asked.year(year, calendar),
            Asked.day(asOf),
            moment == null ? Instant.now() : moment);
    boolean csv = isCsv(format);
    Ready ready = exports.ready(wish);
    StreamingOutput written =
        out -> {
          // Never closed here: that would end an answer that broke off as if it were whole.
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          try {
            exports.read(ready, csv ? csv(wish.list(), writer) : ndjson(writer));
            writer.flush();
          } catch (UncheckedIOException gone) {
            cutOff(request);
            throw gone.getCause();
          } catch (RuntimeException brokenOff) {
            cutOff(request);
            throw brokenOff;
          }
        };
    String name = wish.list().word() + "-" + ofScope + "-" + wish.year();
    return Response.ok(written, csv ? "text/csv; charset=utf-8" : "application/x-ndjson")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + name + (csv ? ".csv" : ".ndjson") + "\"")
        .build();
  }

  /** Of a list that is under way a reader can only be told that way that it is not whole. */
  private static void cutOff(HttpServerRequest request) {
    if (request.response().headWritten()) {
      request.connection().close();
    }
  }

  private static boolean isCsv(@Nullable String format) {
    if (format == null || format.equals("csv")) {
      return true;
    }
    if (format.equals("ndjson")) {
      return false;
    }
    throw ProblemException.of(
        ProblemType.INVALID_REQUEST, "format 应为 csv 或 ndjson。", "format must be csv or ndjson.");
  }

  private static Consumer<JsonNode> csv(Listing list, Writer writer) {
    write(writer, Csv.BYTE_ORDER_MARK + Csv.head(list.columns()));
    return row -> write(writer, Csv.row(row, list.columns()));
  }

  private static Consumer<JsonNode> ndjson(Writer writer) {
    return row -> {
      try {
        writer.write(Json.lenient().writeValueAsString(row));
        writer.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static void write(Writer writer, String text) {
    try {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
