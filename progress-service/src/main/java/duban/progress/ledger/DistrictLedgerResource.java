package duban.progress.ledger;

import duban.contracts.Ledgers;
import duban.door.Roles;
import duban.ledger.read.LongWork;
import duban.ledger.read.Progress;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A district's ledger, for the district itself and for those above it. */
@Path("/api/v1/districts/{code}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Progress ledger", description = "台账：只增不改、逐条相扣 · The district's hash-chained facts")
public class DistrictLedgerResource {

  private static final String NDJSON = "application/x-ndjson";

  @Inject LedgerBook book;

  @GET
  @Path("/events")
  @Operation(
      summary = "The ledger's events, in order",
      description =
          "Pages by cursor: give the answer's `next` as `after`; there is none on the last page.")
  public Uni<EventPage> events(
      @Parameter(description = "GB/T 2260 code", example = "320412") @PathParam("code") String code,
      @Parameter(
              description = "events past this seq",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
          @QueryParam("after")
          @Nullable String after,
      @Parameter(
              description = "at most so many, and never more than 500",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100"))
          @QueryParam("limit")
          @Nullable String limit,
      @Parameter(
              description = "only events about this target or work item",
              example = "320412-2022.6.1")
          @QueryParam("target")
          @Nullable String target) {
    return book.events(code, PageRequest.of(after, limit), target);
  }

  @GET
  @Path("/ledger")
  @Operation(
      summary =
          "Where the ledger stands: keep (seq, hash) to prove later that nothing before it changed")
  public Uni<HeadView> head(
      @Parameter(description = "GB/T 2260 code", example = "320412") @PathParam("code")
          String code) {
    return book.head(code);
  }

  @POST
  @Path("/ledger/verify")
  @Operation(summary = "Recomputes the whole hash chain and says which link does not hold, if any")
  public Uni<VerificationView> verify(
      @Parameter(description = "GB/T 2260 code", example = "320412") @PathParam("code")
          String code) {
    return book.verify(code, progress -> {});
  }

  @POST
  @Path("/ledger/verify")
  @Produces(NDJSON)
  @Operation(hidden = true)
  public Multi<Object> verifyTelling(@PathParam("code") String code) {
    Progress begun = new Progress(Ledgers.progress(code), 0, 0);
    return LongWork.told(begun, told -> book.verify(code, told));
  }
}
