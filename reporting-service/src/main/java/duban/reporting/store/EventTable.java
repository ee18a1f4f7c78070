package duban.reporting.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table with at most one row an event, which begins with the event's ledger and place. The same
 * columns are written and held against what the ledger says, so that verification forgets none.
 */
public final class EventTable {

  private final String name;
  private final String keep;
  private final String odd;
  private final String stray;

  /**
   * @param columns name and type of each that follows {@code ledger} and {@code seq}: "item text"
   */
  public EventTable(String name, String... columns) {
    List<String[]> all =
        Stream.concat(Stream.of("ledger text", "seq bigint"), Stream.of(columns))
            .map(column -> column.split(" "))
            .toList();
    String names = all.stream().map(column -> column[0]).collect(Collectors.joining(", "));
    String arrays =
        IntStream.range(0, all.size())
            .mapToObj(i -> "$%d::%s[]".formatted(i + 1, all.get(i)[1]))
            .collect(Collectors.joining(", "));
    this.name = name;
    this.keep = "insert into %s (%s) select * from unnest(%s)".formatted(name, names, arrays);
    this.odd = odd(name, arrays, names, all.size());
    this.stray = stray(name);
  }

  /** A jsonb compares figures as figures, and the side that has no row is null. */
  private static String odd(String table, String arrays, String names, int last) {
    return """
    with expected as (select * from unnest(%2$s) as e(%3$s)),
    stored as (
      select %3$s from %1$s
       where ledger = $%4$d and seq > $%5$d and seq <= $%6$d and seq <> all($%7$d::bigint[])
    ), odd as (
      select coalesce(s.seq, e.seq) as seq, to_jsonb(s) as stored, to_jsonb(e) as expected
        from stored s full join expected e on e.seq = s.seq
       where to_jsonb(s) is distinct from to_jsonb(e)
    )
    select o.seq, coalesce(f.name, 'row') as field,
           case when f.name is null then o.stored::text else o.stored ->> f.name end as stored,
           case when f.name is null then o.expected::text else o.expected ->> f.name end
             as expected
      from odd o
      left join lateral (
           select k.name from jsonb_object_keys(o.expected) as k(name)
            where o.stored -> k.name <> o.expected -> k.name) f on o.stored is not null
     order by o.seq, field limit 101
    """
        .formatted(table, arrays, names, last + 1, last + 2, last + 3, last + 4);
  }

  /** Every applied event is in {@code progress_event}, written in the same transaction. */
  private static String stray(String table) {
    return """
    select s.ledger, s.seq from %s s
     where not exists (select from progress_event e where e.ledger = s.ledger and e.seq = s.seq)
     order by s.ledger, s.seq limit 101
    """
        .formatted(table);
  }

  /**
   * A part of a ledger.
   *
   * @param after the place before its first
   * @param upTo its last place
   * @param unknown places of which the ledger does not say any more what was there
   */
  public record Stretch(String ledger, long after, long upTo, List<Long> unknown) {}

  /**
   * Where a row is not what it should be.
   *
   * @param field the column; "row" where one side has none
   */
  public record Odd(long seq, String field, @Nullable String stored, @Nullable String expected) {}

  /** A row that stands beside no event. */
  public record Stray(String ledger, long seq) {}

  /** What a row of it is called: {@code problem-step}. */
  public String kind() {
    return name.replace('_', '-');
  }

  public Uni<Void> keep(SqlClient client, Columns<?> rows) {
    return rows.size() == 0
        ? Uni.createFrom().voidItem()
        : client.preparedQuery(keep).execute(rows.tuple()).replaceWithVoid();
  }

  /** The first differences between its rows of a stretch and those that should be there. */
  public Uni<List<Odd>> odd(SqlClient client, Columns<?> expected, Stretch stretch) {
    Columns<?> values =
        expected
            .and(stretch.ledger())
            .and(stretch.after())
            .and(stretch.upTo())
            .and(stretch.unknown().toArray(Long[]::new));
    return client
        .preparedQuery(odd)
        .execute(values.tuple())
        .map(rows -> Cells.list(rows, EventTable::odd));
  }

  private static Odd odd(Row row) {
    return new Odd(
        row.getLong("seq"),
        row.getString("field"),
        row.getString("stored"),
        row.getString("expected"));
  }

  public Uni<List<Stray>> stray(SqlClient client) {
    return client
        .preparedQuery(stray)
        .execute()
        .map(rows ->
            Cells.list(rows, row -> new Stray(row.getString("ledger"), row.getLong("seq"))));
  }
}
