package duban.reporting.query;

import duban.contracts.Ledgers;
import duban.ledger.mark.Mark;
import duban.ledger.mark.MarkStore;
import duban.reporting.intake.IntakeState;
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

  private static final String LAG =
      """
      select (extract(epoch from (e.applied_at - e.recorded_at)) * 1000)::bigint as millis
        from unnest($1::text[]) as l(ledger)
       cross join lateral (
             select applied_at, recorded_at from progress_event one
              where one.ledger = l.ledger order by one.seq desc limit 1) e
       order by e.recorded_at desc
       limit 1
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
                .map(rows -> freshness(marks, rows)));
  }

  private static Map<String, Mark> concerned(Map<String, Mark> marks, Set<String> districts) {
    return marks.entrySet().stream()
        .filter(mark -> districts.contains(Ledgers.key(mark.getKey())))
        .filter(mark -> mark.getValue().seq() > 0)
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
  }

  private Freshness freshness(Map<String, Mark> marks, RowSet<Row> lag) {
    Map<String, Long> positions = new TreeMap<>();
    Instant last = null;
    for (Map.Entry<String, Mark> mark : marks.entrySet()) {
      positions.put(mark.getKey(), mark.getValue().seq());
      last = later(last, mark.getValue().recordedAt());
    }
    Long millis = lag.rowCount() == 0 ? null : lag.iterator().next().getLong("millis");
    return new Freshness(last, positions, millis, intake.isLate());
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }
}
