package duban.reporting.query;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.door.StrictJson;
import duban.reporting.calendar.Calendar;
import duban.reporting.projection.Ticker;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The day that every standing is told for. */
@Path("/api/v1/today")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar", description = "系统的今天 · The day that every light is told for")
public class TodayResource {

  @Inject Calendar calendar;
  @Inject Ticker ticker;

  /** The day asked for. */
  public record Day(LocalDate today) {}

  /**
   * @param fixed whether the system was started with a day of its own, which may be moved
   */
  public record TodayView(LocalDate today, boolean fixed) {}

  @GET
  @RolesAllowed({
    Roles.CITY_ADMIN,
    Roles.CITY_VIEWER,
    Roles.DISTRICT_PLANNER,
    Roles.DISTRICT_REPORTER,
    Roles.DISTRICT_VIEWER
  })
  @Operation(summary = "The day that every standing is told for")
  public Uni<TodayView> today() {
    return calendar.today().map(today -> new TodayView(today.today(), today.fixed()));
  }

  /** Answers when every light stands for the new day. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(summary = "Moves the day of a system that was started with a day of its own")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Day.class)))
  public Uni<TodayView> move(byte[] body) {
    LocalDate day = StrictJson.read(body, Day.class).today();
    return calendar
        .move(day)
        .chain(moved -> moved ? ticker.tick() : Uni.createFrom().failure(goesByTheRealDay()))
        .chain(this::today);
  }

  private static ProblemException goesByTheRealDay() {
    return ProblemException.of(
        ProblemType.CONFLICT,
        "系统按真实日期运行，不能改动。",
        "The system goes by the real day, which cannot be moved.");
  }
}
