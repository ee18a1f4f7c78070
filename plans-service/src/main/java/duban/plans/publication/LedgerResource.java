package duban.plans.publication;

import duban.contracts.DistrictCode;
import duban.contracts.Ledgers;
import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.ledger.read.LedgerHead;
import duban.ledger.read.LedgerReader;
import duban.ledger.read.LedgerVerifier;
import duban.ledger.read.LongWork;
import duban.ledger.read.Progress;
import duban.plans.publication.LedgerViews.Head;
import duban.plans.publication.LedgerViews.Heads;
import duban.plans.publication.LedgerViews.Page;
import duban.plans.publication.LedgerViews.Verified;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledgers of plans, one a district, and the catalogue's: to read and to prove. */
@Path("/api/v1/ledgers/plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CITY_ADMIN, Roles.CITY_VIEWER})
@Tag(
    name = "Plan ledgers",
    description = "计划与目录的台账 · The plans' and the catalogue's hash-chained facts")
public class LedgerResource {

  private static final String CATALOGUE = Ledgers.key(Ledgers.CATALOGUE);

  /** Links of a district's ledger carry whole plans, so a page of them is short. */
  private static final int MOST_PLAN_EVENTS = 20;

  private static final int MOST_CATALOGUE_EVENTS = 200;

  private static final String NDJSON = "application/x-ndjson";

  @Inject LedgerReader reader;
  @Inject LedgerVerifier verifier;
  @Inject Caller caller;

  @GET
  @Operation(summary = "Where each ledger within your districts stands")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Heads.class),
              examples =
                  @ExampleObject(
                      name = "heads",
                      value =
                          """
                          {"ledgers":[{"ledger":"plans/320412","seq":2,"hash":"9f2c…","recordedAt":"2022-01-20T01:00:00.000Z"}]}
                          """)))
  public Uni<Heads> heads() {
    return reader
        .heads()
        .map(heads -> new Heads(heads.stream().filter(this::isVisible).map(Head::of).toList()));
  }

  @GET
  @Path("/{key}")
  @Operation(summary = "Where one ledger stands")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Head.class),
              examples =
                  @ExampleObject(
                      name = "head",
                      value =
                          """
                          {"ledger":"plans/320412","seq":2,"hash":"9f2c…","recordedAt":"2022-01-20T01:00:00.000Z"}
                          """)))
  public Uni<Head> head(
      @Parameter(description = "District code, or catalogue", example = "320412") @PathParam("key")
          String key) {
    return reader.head(ledger(key)).map(Head::of);
  }

  @GET
  @Path("/{key}/events")
  @Operation(
      summary = "The facts of one ledger, in order",
      description = "At most 20 of a district's ledger and 200 of the catalogue's in one answer.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Page.class),
              examples =
                  @ExampleObject(
                      name = "page",
                      value =
                          """
                          {"ledger":"plans/catalogue","events":[{"seq":1,"id":"district-320000-2016-01-01",
                           "type":"district.defined","fullType":"cn.duban.district.defined.v1","subject":"320000","refers":null,
                           "recordedAt":"2022-01-01T00:00:00.000Z","body":{"by":"plans-service","district":{"code":"320000",
                           "from":"2016-01-01","level":"province","name":"江苏省","nameEn":"Jiangsu"}},
                           "bodyDigest":"77aa…","hash":"9f2c…"}],"next":1}
                          """)))
  public Uni<Page> events(
      @Parameter(description = "District code, or catalogue", example = "catalogue")
          @PathParam("key")
          String key,
      @Parameter(description = "Facts past this seq", example = "0")
          @QueryParam("after")
          @DefaultValue("0")
          long after,
      @Parameter(description = "At most so many", example = "20")
          @QueryParam("limit")
          @DefaultValue("200")
          int limit) {
    String ledger = ledger(key);
    int most = key.equals(CATALOGUE) ? MOST_CATALOGUE_EVENTS : MOST_PLAN_EVENTS;
    int size = Math.clamp(limit, 1, most);
    return reader.after(ledger, after, size + 1).map(found -> Page.of(ledger, found, size));
  }

  @POST
  @Path("/{key}/verify")
  @Operation(summary = "Recompute a ledger's whole chain")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Verified.class),
              examples =
                  @ExampleObject(
                      name = "verified",
                      value =
                          """
                          {"ledger":"plans/320412","ok":true,"events":2,"erased":0,"seq":2,"hash":"9f2c…"}
                          """)))
  public Uni<Verified> verify(
      @Parameter(description = "District code, or catalogue", example = "320412") @PathParam("key")
          String key) {
    return verifier.verify(ledger(key)).map(Verified::of);
  }

  @POST
  @Path("/{key}/verify")
  @Produces(NDJSON)
  @Operation(hidden = true)
  public Multi<Object> verifyTelling(@PathParam("key") String key) {
    String ledger = ledger(key);
    return LongWork.told(
        new Progress(ledger, 0, 0), told -> verifier.verify(ledger, told).map(Verified::of));
  }

  private String ledger(String key) {
    if (key.equals(CATALOGUE)) {
      return Ledgers.CATALOGUE;
    }
    if (!DistrictCode.isValid(key)) {
      throw ProblemException.of(ProblemType.NOT_FOUND, "没有这个台账。", "There is no such ledger.");
    }
    caller.requireDistrict(key);
    return Ledgers.plans(key);
  }

  private boolean isVisible(LedgerHead head) {
    String key = Ledgers.key(head.ledger());
    return key.equals(CATALOGUE) || caller.covers(key);
  }
}
