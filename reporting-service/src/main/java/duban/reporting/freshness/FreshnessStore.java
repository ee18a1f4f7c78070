package duban.reporting.freshness;

import duban.contracts.Ledgers;
import duban.ledger.mark.Mark;
import duban.ledger.mark.MarkStore;
import duban.reporting.intake.IntakeState;
import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads how fresh an answer is, in the same transaction as the answer. */
@ApplicationScoped
public class FreshnessStore {

  /**
   * A system with a day of its own records on the days of its story: how long ago that was says
   * nothing of how long it took.
   */
  private static final String LAG =
      """
      select (extract(epoch from (e.applied_at - e.recorded_at)) * 1000)::bigint as millis
        from unnest($1::text[]) as l(ledger)
       cross join lateral (
             select applied_at, recorded_at from progress_event one
              where one.ledger = l.ledger order by one.seq desc limit 1) e
       where (select set_from is null from calendar)
       order by e.recorded_at desc
       limit 1
      """;

  /**
   * How far each ledger was at the moment $3. The numbering has no gaps and rises with the time of
   * recording, so a progress ledger's place is found by halving: some twenty looks at the key that
   * is there, where an index by time would be paid for by every event.
   */
  private static final String MARKS =
      """
      with recursive search (ledger, low, high) as (
        select ledger, 0::bigint, seq from ledger_mark where ledger = any($1)
        union all
        select s.ledger,
               case when e.recorded_at <= ($3::text)::timestamptz then s.mid else s.low end,
               case when e.recorded_at <= ($3::text)::timestamptz then s.high else s.mid - 1 end
          from (select ledger, low, high, (low + high + 1) / 2 as mid
                  from search where low < high) s
          join progress_event e on e.ledger = s.ledger and e.seq = s.mid
      )
      select e.ledger, e.seq, e.recorded_at
        from search s join progress_event e on e.ledger = s.ledger and e.seq = s.low
       where s.low = s.high
      union all
      (select distinct on (ledger) ledger, seq, recorded_at
         from plan_event
        where ledger = any($2) and recorded_at <= ($3::text)::timestamptz
        order by ledger, seq desc)
      """;

  private final IntakeState intake;

  FreshnessStore(IntakeState intake) {
    this.intake = intake;
  }

  /** Of the ledgers of these districts. */
  public Uni<Freshness> of(SqlClient client, Collection<String> districts) {
    Set<String> keys = Set.copyOf(districts);
    String[] ledgers = districts.stream().map(Ledgers::progress).toArray(String[]::new);
    return MarkStore.all(client)
        .map(marks -> concerned(marks, keys))
        .chain(marks ->
            client
                .preparedQuery(LAG)
                .execute(Tuple.tuple().addArrayOfString(ledgers))
                .map(rows -> freshness(marks, millis(rows))));
  }

  /**
   * The same as it was at a moment.
   *
   * @param knownAt null: now
   */
  public Uni<Freshness> of(
      SqlClient client, Collection<String> districts, @Nullable Instant knownAt) {
    return knownAt == null
        ? of(client, districts)
        : marks(client, districts, knownAt).map(marks -> freshness(marks, null));
  }

  /** Where the ledgers of these districts stood at a moment; one without any event is left out. */
  public Uni<Map<String, Mark>> marks(
      SqlClient client, Collection<String> districts, Instant knownAt) {
    Tuple values =
        Tuple.of(
            districts.stream().map(Ledgers::progress).toArray(String[]::new),
            districts.stream().map(Ledgers::plans).toArray(String[]::new),
            knownAt.toString());
    return client
        .preparedQuery(MARKS)
        .execute(values)
        .map(rows -> {
          Map<String, Mark> marks = new TreeMap<>();
          for (Row row : rows) {
            marks.put(
                row.getString("ledger"),
                new Mark(row.getLong("seq"), Cells.moment(row, "recorded_at")));
          }
          return marks;
        });
  }

  private static Map<String, Mark> concerned(Map<String, Mark> marks, Set<String> districts) {
    return marks.entrySet().stream()
        .filter(mark -> districts.contains(Ledgers.key(mark.getKey())))
        .filter(mark -> mark.getValue().seq() > 0)
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
  }

  private static @Nullable Long millis(RowSet<Row> lag) {
    return lag.rowCount() == 0 ? null : lag.iterator().next().getLong("millis");
  }

  private Freshness freshness(Map<String, Mark> marks, @Nullable Long millis) {
    Map<String, Long> positions = new TreeMap<>();
    Instant last = null;
    for (Map.Entry<String, Mark> mark : marks.entrySet()) {
      positions.put(mark.getKey(), mark.getValue().seq());
      last = later(last, mark.getValue().recordedAt());
    }
    return new Freshness(last, positions, millis, intake.isLate());
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }
}
