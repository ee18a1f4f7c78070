package duban.reporting.live;

import duban.reporting.feed.FeedRow;
import duban.reporting.store.Document;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One item of a stream.
 *
 * @param no the feed's number, with which a client resumes; empty before it has seen anything
 * @param event "snapshot" or "change"; null for a heartbeat, which carries the number only
 * @param data JSON
 */
record Frame(OptionalLong no, @Nullable String event, @Nullable String data) {

  static Frame snapshot(Snapshot snapshot) {
    return new Frame(OptionalLong.of(snapshot.feed()), "snapshot", Document.write(snapshot));
  }

  static Frame change(FeedRow row) {
    String data =
        "{\"kind\":\"%s\",\"key\":%s,\"row\":%s}"
            .formatted(
                row.kind(), Document.write(row.key()), row.row() == null ? "null" : row.row());
    return new Frame(OptionalLong.of(row.no()), "change", data);
  }

  /** Moves the client's last id although nothing concerned it, so that it resumes from near. */
  static Frame heartbeat(OptionalLong no) {
    return new Frame(no, null, null);
  }
}
