package duban.reporting.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as it stands, or as it ended.
 *
 * @param phase reading, telling, catching-up, comparing, switching, done or failed
 * @param done events applied, of so many
 * @param etaSeconds until all are read; null where it cannot be told
 * @param events applied in the end; null while it runs
 * @param identical whether the rebuilt tables hold what the old ones held; null while it runs, and
 *     where there were none
 * @param different the tables that do not
 * @param failure why it was given up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildState(
    long no,
    int version,
    String phase,
    long done,
    long of,
    long eventsPerSecond,
    @Nullable Long etaSeconds,
    Instant beganAt,
    @Nullable Instant endedAt,
    @Nullable Long events,
    @Nullable Double seconds,
    @Nullable Boolean identical,
    @Nullable List<String> different,
    @Nullable String failure) {

  boolean isOver() {
    return endedAt != null;
  }

  int percent() {
    return of == 0 ? 0 : (int) Math.min(99, done * 100 / of);
  }
}
