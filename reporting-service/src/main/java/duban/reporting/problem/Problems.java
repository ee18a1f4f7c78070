package duban.reporting.problem;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The problem list, as of a day and as known at a moment, for callers that hold a transaction. A
 * step belongs to the day of its recording, so on a day only those of days up to it have been.
 */
@ApplicationScoped
public class Problems {

  /** More than a city opens in a year; whoever needs more takes pages. */
  public static final int MOST = 5_000;

  private final ProblemStore store;

  Problems(ProblemStore store) {
    this.store = store;
  }

  /** All problems of a year, the first due first, up to {@link #MOST}. */
  public Uni<List<ProblemRow>> list(
      SqlClient client,
      List<String> districts,
      int year,
      LocalDate day,
      @Nullable Instant knownAt) {
    return page(client, ProblemFilter.of(districts, year), day, knownAt, null, MOST);
  }

  /** Up to {@code limit} problems past a place. */
  public Uni<List<ProblemRow>> page(
      SqlClient client,
      ProblemFilter filter,
      LocalDate day,
      @Nullable Instant knownAt,
      @Nullable ProblemPlace after,
      int limit) {
    ProblemPlace from = after == null ? ProblemPlace.BEGINNING : after;
    return store.page(client, filter, new ProblemStore.At(day, knownAt), from, limit);
  }

  /** How they stand, whatever {@code filter} says of that. */
  public Uni<ProblemCounts> counts(
      SqlClient client, ProblemFilter filter, LocalDate day, @Nullable Instant knownAt) {
    return store.counts(client, filter, new ProblemStore.At(day, knownAt));
  }

  /** Null when there was no such problem by then. */
  public Uni<@Nullable ProblemRow> one(
      SqlClient client, String district, String problem, LocalDate day, @Nullable Instant knownAt) {
    return store
        .some(client, List.of(new ProblemKey(district, problem)), new ProblemStore.At(day, knownAt))
        .map(rows -> rows.isEmpty() ? null : rows.getFirst());
  }

  /** By item; an item without an open problem is not in the map. */
  public Uni<Map<String, ItemProblems>> beside(
      SqlClient client, Collection<String> items, LocalDate day, @Nullable Instant knownAt) {
    return items.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : store.beside(client, items, new ProblemStore.At(day, knownAt));
  }
}
