package duban.reporting.live;

import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.reporting.calendar.Calendar;
import duban.reporting.feed.Feed;
import duban.reporting.question.Asked;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** The live stream, as Server-Sent Events. */
@Path("/api/v1/live")
@ApplicationScoped
@Tag(name = "Live", description = "实时推送 · The live stream")
public class LiveResource {

  private final Feed feed;
  private final SnapshotReader snapshots;
  private final LiveSettings settings;
  private final Calendar calendar;
  private final AtomicInteger open = new AtomicInteger();

  @Inject Caller caller;
  @Inject JsonWebToken token;

  LiveResource(
      Feed feed,
      SnapshotReader snapshots,
      LiveSettings settings,
      Calendar calendar,
      MeterRegistry meters) {
    this.feed = feed;
    this.snapshots = snapshots;
    this.settings = settings;
    this.calendar = calendar;
    meters.gauge("duban.live.streams", open);
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({
    Roles.CITY_ADMIN,
    Roles.CITY_VIEWER,
    Roles.DISTRICT_PLANNER,
    Roles.DISTRICT_REPORTER,
    Roles.DISTRICT_VIEWER
  })
  @Operation(
      summary = "A snapshot, then every change",
      description =
          "Events: `snapshot` once, then `change` with {kind, key, row}; kind is target, item,"
              + " plan, scope, rollup or event, and a null row is gone. Every id is a position:"
              + " a client that comes back with Last-Event-ID gets what it missed, the latest of"
              + " each row, or a fresh snapshot when it was away for too long.")
  @APIResponse(
      responseCode = "200",
      description = "The stream, until the token ends",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  public RestMulti<OutboundSseEvent> live(
      @QueryParam("scope") @Nullable String scope,
      @QueryParam("year") @Nullable String year,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @QueryParam("lastEventId") @Nullable String lastEventIdForScripts,
      @Context Sse sse) {
    String ofScope = Asked.scope(scope, caller);
    caller.requireDistrict(ofScope);
    Stream.Request request =
        new Stream.Request(
            ofScope,
            Asked.year(year, calendar),
            position(lastEventId != null ? lastEventId : lastEventIdForScripts),
            Instant.ofEpochSecond(token.getExpirationTime()));
    if (open.get() >= settings.maxStreams()) {
      throw ProblemException.of(
          ProblemType.TRY_LATER, "实时连接已满，请稍后再试。", "No live stream is free; try again later.");
    }
    Stream stream =
        new Stream(feed, settings, () -> snapshots.read(request.scope(), request.year()), request);
    return RestMulti.fromMultiData(counted(stream.frames()).map(frame -> event(sse, frame)))
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private Multi<Frame> counted(Multi<Frame> frames) {
    return frames
        .onSubscription()
        .invoke(open::incrementAndGet)
        .onTermination()
        .invoke(open::decrementAndGet);
  }

  private static OutboundSseEvent event(Sse sse, Frame frame) {
    OutboundSseEvent.Builder builder = sse.newEventBuilder();
    frame.no().ifPresent(no -> builder.id(Long.toString(no)));
    return frame.event() == null || frame.data() == null
        ? builder.comment("").build()
        : builder.name(frame.event()).data(String.class, frame.data()).build();
  }

  /** What is no number of ours is as good as none: the client begins anew. */
  private static OptionalLong position(@Nullable String lastEventId) {
    return lastEventId != null && lastEventId.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(lastEventId))
        : OptionalLong.empty();
  }
}
