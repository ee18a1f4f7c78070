package duban.reporting.operations;

import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.ledger.letter.LetterBox.Page;
import duban.ledger.letter.LettersUnavailable;
import duban.ledger.letter.PutAside;
import duban.ledger.letter.Redrive;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The messages that reporting-service could not read. */
@Path("/api/v1/dead-letters/reporting")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CITY_ADMIN)
@Tag(name = "Operations", description = "运行状况与死信 · How the system runs, and its dead letters")
public class DeadLettersResource {

  @Inject PutAside aside;
  @Inject Caller caller;

  /** On a virtual thread: it waits for Kafka. */
  @GET
  @RunOnVirtualThread
  @Operation(
      summary = "The newest messages that could not be read into the reports",
      description =
          "The newest first, what they carry left out. A letter is `open` while something may be"
              + " missing for want of it, `passed` when its ledger has been applied beyond it,"
              + " `redriven` when it was taken again and nothing is missing.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Page.class),
              examples =
                  @ExampleObject(
                      name = "letters",
                      value =
                          """
                          {"letters":[{"letter":"duban.progress.dead-letter.reporting-2-5",\
                          "topic":"duban.progress.dead-letter.reporting","partition":2,"offset":5,\
                          "at":"2026-01-20T01:00:00Z","state":"open","reason":"no header ce_ledger",\
                          "from":{"topic":"duban.progress","partition":2,"offset":412},"key":"320412",\
                          "ledger":"progress/320412","chars":36,"mark":812,"redriven":[]}],"older":false}
                          """)))
  public Page letters(
      @Parameter(description = "At most so many, 200 at the most", example = "50")
          @QueryParam("limit")
          @DefaultValue("50")
          int limit) {
    return orTryLater(() -> aside.newest(limit));
  }

  /** On a virtual thread: it waits for Kafka, for the database and perhaps for the owner. */
  @POST
  @Path("/{letter}/redrive")
  @RunOnVirtualThread
  @Operation(
      summary = "Takes a message again, as if Kafka had just brought it",
      description =
          "After a fix or an upgrade. Doing so twice changes nothing: the reader's marks decide."
              + " `applied`, `passed`, `fetched` (it still cannot be read, and its ledger was"
              + " fetched from its owner) and `stray` (it belongs to no ledger) settle the letter;"
              + " with `waiting`, `why` says what is in the way.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Redrive.class),
              examples =
                  @ExampleObject(
                      name = "fetched",
                      value =
                          """
                          {"outcome":"fetched","at":"2026-01-20T01:00:00Z","by":"ops"}
                          """)))
  @APIResponse(responseCode = "404", description = "There is no such letter")
  public Redrive redrive(
      @Parameter(example = "duban.progress.dead-letter.reporting-2-5") @PathParam("letter")
          String letter) {
    String by = caller.subject();
    return orTryLater(() -> aside.redrive(letter, by))
        .orElseThrow(() ->
            ProblemException.of(ProblemType.NOT_FOUND, "没有这条死信。", "There is no such dead letter."));
  }

  private static <T> T orTryLater(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (LettersUnavailable away) {
      throw ProblemException.of(
          ProblemType.TRY_LATER,
          "Kafka 没有应答，暂时读不到死信。",
          "Kafka does not answer, so the dead letters cannot be read just now.");
    }
  }
}
