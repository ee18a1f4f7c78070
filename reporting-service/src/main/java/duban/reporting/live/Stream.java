package duban.reporting.live;

import duban.reporting.feed.Feed;
import duban.reporting.feed.FeedPage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One client's stream. Frames are made when the client asks for more and not before: while it does
 * not read, all that is kept of it is its cursor.
 */
final class Stream {

  /**
   * @param year of the plans
   * @param expires when the client's token is over, and the stream with it
   */
  record Request(String scope, int year, OptionalLong lastSeen, Instant expires) {}

  private static final Logger LOG = Logger.getLogger(Stream.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Feed feed;
  private final LiveSettings settings;
  private final Supplier<Uni<Snapshot>> snapshots;
  private final Request request;

  private OptionalLong cursor;
  private Instant spoke = Instant.now();
  private boolean begun;
  private boolean over;

  Stream(Feed feed, LiveSettings settings, Supplier<Uni<Snapshot>> snapshots, Request request) {
    this.feed = feed;
    this.settings = settings;
    this.snapshots = snapshots;
    this.request = request;
    this.cursor = request.lastSeen();
  }

  Multi<Frame> frames() {
    return Multi.createBy()
        .repeating()
        .uni(this::next)
        .whilst(frames -> !over)
        .onItem()
        .transformToMultiAndConcatenate(frames -> Multi.createFrom().iterable(frames));
  }

  private Uni<List<Frame>> next() {
    if (!Instant.now().isBefore(request.expires())) {
      over = true;
      return Uni.createFrom().item(List.of());
    }
    return (cursor.isEmpty() ? fresh() : onwards(cursor.getAsLong()))
        .onFailure()
        .recoverWithUni(this::pause)
        .invoke(frames -> spoke = frames.isEmpty() ? spoke : Instant.now());
  }

  /** While the database restarts the stream stays open, and the client goes on where it was. */
  private Uni<List<Frame>> pause(Throwable failure) {
    LOG.debugf("a stream pauses: %s", failure);
    return Uni.createFrom().item(List.of(Frame.heartbeat(cursor))).onItem().delayIt().by(PAUSE);
  }

  private Uni<List<Frame>> onwards(long from) {
    return reaches(from).chain(reached -> reached ? changes(from) : fresh());
  }

  /** Asked of the database once, where a client resumes; from then on the feed's head tells. */
  private Uni<Boolean> reaches(long from) {
    return begun
        ? Uni.createFrom().item(isNear(from))
        : feed.reaches(from, settings.farthestBehind()).invoke(reached -> begun = true);
  }

  private boolean isNear(long from) {
    return feed.last() - from <= settings.farthestBehind();
  }

  private Uni<List<Frame>> fresh() {
    return snapshots
        .get()
        .map(snapshot -> {
          begun = true;
          cursor = OptionalLong.of(snapshot.feed());
          return List.of(Frame.snapshot(snapshot));
        });
  }

  private Uni<List<Frame>> changes(long from) {
    Duration silence = Duration.between(spoke, Instant.now());
    Duration left = settings.heartbeat().minus(silence);
    // A timer takes whole milliseconds and none of zero, and what it refuses would end in silence.
    if (left.toMillis() < 1) {
      return Uni.createFrom().item(List.of(Frame.heartbeat(cursor)));
    }
    return feed.pastOf(from)
        .replaceWith(true)
        .ifNoItem()
        .after(left)
        .recoverWithItem(false)
        .chain(
            newer -> newer ? newer(from) : Uni.createFrom().item(List.of(Frame.heartbeat(cursor))));
  }

  /** Looked at again, because a feed that begins anew does so while its readers wait. */
  private Uni<List<Frame>> newer(long from) {
    return isNear(from)
        ? feed.after(from, request.scope(), request.year(), settings.pageRows()).map(this::framed)
        : fresh();
  }

  private List<Frame> framed(FeedPage page) {
    cursor = OptionalLong.of(page.upTo());
    return page.rows().stream().map(Frame::change).toList();
  }
}
