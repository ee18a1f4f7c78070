package duban.reporting.rebuild;

import static duban.reporting.rebuild.Rebuilder.await;

import duban.reporting.calendar.CalendarStore;
import duban.reporting.rebuild.Rebuilder.Workshop;
import duban.reporting.target.TargetStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the rebuilt tables say what the running ones say. The running ones are looked at as they
 * were at one moment, the rebuilt ones are brought to exactly the marks of that moment, and nobody
 * waits meanwhile: neither the intake nor a report.
 */
@ApplicationScoped
class Comparison {

  private final ProjectionVersion version;
  private final SwitchStore switches;
  private final DigestStore digests;
  private final TargetStore targets;
  private final CalendarStore calendar;

  Comparison(
      ProjectionVersion version,
      SwitchStore switches,
      DigestStore digests,
      TargetStore targets,
      CalendarStore calendar) {
    this.version = version;
    this.switches = switches;
    this.digests = digests;
    this.targets = targets;
    this.calendar = calendar;
  }

  /**
   * @param bringTo brings the rebuilt tables to those marks, and not past them
   * @return the tables that differ; null when the day moved meanwhile, or standings waited for a
   *     tick, and it must be tried again
   */
  @Nullable List<String> attempt(Workshop shop, Consumer<Map<String, Long>> bringTo) {
    SqlConnection looking = await(shop.next().getConnection());
    try {
      await(switches.beginLooking(looking));
      Map<String, Long> marks = await(switches.runningMarks(looking));
      LocalDate day = await(calendar.today(looking)).today();
      if (!await(targets.districtsBehind(looking)).isEmpty()) {
        return null;
      }
      bringTo.accept(marks);
      Map<String, String> rebuilt = await(digests.digests(shop.own(), version.next()));
      if (!await(calendar.today(shop.own())).today().equals(day)) {
        return null;
      }
      return different(await(digests.digests(looking, version.schema())), rebuilt);
    } finally {
      // Where even this fails the connection is gone, and so is the rebuild.
      await(switches.rollback(looking).onFailure().recoverWithNull());
      looking.closeAndForget();
    }
  }

  private static List<String> different(Map<String, String> before, Map<String, String> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .filter(table -> !Objects.equals(before.get(table), after.get(table)))
        .toList();
  }
}
