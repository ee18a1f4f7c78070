package duban.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import duban.reporting.OnRealInfrastructure;
import duban.reporting.feed.Feed;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A stream as its subscriber drives it. */
@QuarkusTest
class StreamTest extends OnRealInfrastructure {

  @Inject Feed feed;
  @Inject LiveSettings settings;
  @Inject SnapshotReader snapshots;

  private Stream stream(Instant expires) {
    return new Stream(
        feed,
        settings,
        () -> snapshots.read("500100", 2022),
        new Stream.Request("500100", 2022, OptionalLong.empty(), expires));
  }

  @Test
  void endsWithItsToken() {
    stream(Instant.now().plusMillis(300))
        .frames()
        .subscribe()
        .withSubscriber(AssertSubscriber.create(100))
        .awaitCompletion(Duration.ofSeconds(10))
        .assertCompleted();
  }

  /**
   * With so short a heartbeat every wait is of less than the millisecond that a timer takes, as it
   * is now and then on a busy feed with any heartbeat.
   */
  @Test
  void goesOnWhenItsHeartbeatIsDueWithinAMillisecond() {
    AssertSubscriber<Frame> frames =
        new Stream(
                feed,
                heartbeat(Duration.ofNanos(999_000)),
                () -> snapshots.read("500100", 2022),
                new Stream.Request(
                    "500100", 2022, OptionalLong.of(feed.last()), Instant.now().plusSeconds(60)))
            .frames()
            .subscribe()
            .withSubscriber(AssertSubscriber.create(300));
    frames.awaitItems(300, Duration.ofSeconds(20));
    frames.assertNotTerminated();
    assertThat(frames.getItems())
        .filteredOn(frame -> frame.event() == null)
        .hasSizeGreaterThan(250);
    frames.cancel();
  }

  private LiveSettings heartbeat(Duration heartbeat) {
    return new LiveSettings() {
      @Override
      public int maxStreams() {
        return settings.maxStreams();
      }

      @Override
      public Duration heartbeat() {
        return heartbeat;
      }

      @Override
      public int pageRows() {
        return settings.pageRows();
      }

      @Override
      public long farthestBehind() {
        return settings.farthestBehind();
      }

      @Override
      public int snapshotEvents() {
        return settings.snapshotEvents();
      }
    };
  }

  @Test
  void makesNoFrameThatNobodyAskedFor() {
    AssertSubscriber<Frame> slow =
        stream(Instant.now().plusSeconds(60))
            .frames()
            .subscribe()
            .withSubscriber(AssertSubscriber.create(1));
    slow.awaitItems(1, Duration.ofSeconds(10));
    slow.assertNotTerminated();
    assertThat(slow.getItems()).hasSize(1);
    slow.cancel();
  }
}
