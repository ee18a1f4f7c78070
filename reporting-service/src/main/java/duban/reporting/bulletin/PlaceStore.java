package duban.reporting.bulletin;

import duban.contracts.Ledgers;
import duban.ledger.mark.MarkStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of how far each ledger had come by a moment. */
@ApplicationScoped
class PlaceStore {

  /** Backwards from the head, so that a moment not long ago costs a few rows. */
  private static final String PROGRESS =
      """
      select w.ledger, e.seq
        from unnest($1::text[]) as w(ledger)
       cross join lateral (
             select seq from progress_event one
              where one.ledger = w.ledger and one.recorded_at <= ($2::text)::timestamptz
              order by one.seq desc limit 1) e
      """;

  /**
   * By ledger, the last place applied here; of progress, the last that was recorded by then. The
   * ledgers of plans keep no moment of every event here: their owner knows it.
   */
  Uni<Map<String, Long>> of(SqlClient client, Collection<String> districts, Instant knownAt) {
    return MarkStore.all(client)
        .chain(marks -> {
          Map<String, Long> places = new TreeMap<>();
          Set<String> plans =
              Stream.concat(Stream.of(Ledgers.CATALOGUE), districts.stream().map(Ledgers::plans))
                  .collect(Collectors.toSet());
          marks.forEach((ledger, mark) -> {
            if (plans.contains(ledger)) {
              places.put(ledger, mark.seq());
            }
          });
          return progress(client, districts, knownAt).invoke(places::putAll).replaceWith(places);
        });
  }

  private static Uni<Map<String, Long>> progress(
      SqlClient client, Collection<String> districts, Instant knownAt) {
    String[] ledgers = districts.stream().map(Ledgers::progress).toArray(String[]::new);
    return client
        .preparedQuery(PROGRESS)
        .execute(Tuple.of(ledgers, knownAt.toString()))
        .map(rows -> {
          Map<String, Long> places = new TreeMap<>();
          rows.forEach(row -> places.put(row.getString("ledger"), row.getLong("seq")));
          return places;
        });
  }
}
