package duban.progress.workbook;

import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.RecordingClock;
import duban.door.Roles;
import duban.progress.intake.ExpectedSeq;
import duban.progress.intake.Poster;
import duban.progress.intake.ResultLines;
import duban.progress.workbook.WorkbookIntake.Taken;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a district hands in its workbook: the same path as every event's. */
@Path("/api/v1/districts/{code}/events")
public class WorkbookResource {

  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String NDJSON = "application/x-ndjson";
  private static final String ROWS = "Duban-Rows";

  private final Caller caller;
  private final RecordingClock clock;
  private final WorkbookIntake intake;
  private final WorkbookLimits limits;

  WorkbookResource(
      Caller caller, RecordingClock clock, WorkbookIntake intake, WorkbookLimits limits) {
    this.caller = caller;
    this.clock = clock;
    this.intake = intake;
    this.limits = limits;
  }

  /**
   * On a virtual thread, because a workbook is unpacked and read, and appends are waited for. It is
   * described with the other forms, since a description has one operation a path.
   */
  @POST
  @Consumes(EXCEL)
  @Produces({NDJSON, EXCEL})
  @RolesAllowed({Roles.CITY_ADMIN, Roles.DISTRICT_REPORTER})
  @RunOnVirtualThread
  @Operation(hidden = true)
  public Response post(
      @PathParam("code") String code, @Context HttpHeaders headers, InputStream body) {
    caller.requireDistrict(code);
    ExpectedSeq.refuseForBatch(headers.getHeaderString(ExpectedSeq.HEADER));
    Poster poster = Poster.of(caller, clock, headers.getHeaderString(RecordingClock.RECORDED_ON));
    try (WorkbookFile file = WorkbookFile.of(body, limits.maxBytes())) {
      return answer(
          code, intake.take(code, poster, caller.language(), file.path(), wantsWorkbook(headers)));
    } catch (IOException brokenOff) {
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST, "请求体未传完。", "The body broke off before its end.");
    }
  }

  /** The first that is accepted; who accepts anything gets lines, as for every batch. */
  private static boolean wantsWorkbook(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .filter(type ->
            type.isCompatible(MediaType.valueOf(NDJSON))
                || type.isCompatible(MediaType.valueOf(EXCEL)))
        .findFirst()
        .filter(type -> !type.isWildcardSubtype())
        .map(type -> type.isCompatible(MediaType.valueOf(EXCEL)))
        .orElse(false);
  }

  private static Response answer(String code, Taken taken) throws IOException {
    Response.ResponseBuilder answer = Response.ok().header(ROWS, taken.tally().header());
    ByteArrayOutputStream marked = taken.marked();
    if (marked != null) {
      return answer
          .type(EXCEL)
          .entity(marked.toByteArray())
          .header(
              HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"result-" + code + ".xlsx\"")
          .build();
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    taken.results().forEach(new ResultLines(lines));
    return answer.type(NDJSON).entity(lines.toByteArray()).build();
  }
}
