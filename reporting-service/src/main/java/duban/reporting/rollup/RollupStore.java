package duban.reporting.rollup;

import duban.reporting.rollup.Peak.Candidate;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of the rollups. */
@ApplicationScoped
public class RollupStore {

  private static final String COLUMNS =
      """
      scope, year, indicator, promised, reached, paced, baseline, numerator, denominator,
      promised_numerator, targets, reported, unreported, past_due, achieved, overdue, on_track,
      at_risk, behind, not_due, peak_promised, peak_reached, peak_paced, reported_at, changed_at
      """;

  private static final String MOVE =
      """
      insert into rollup as r (scope, year, indicator, promised, reached, paced, baseline, numerator,
                               denominator, promised_numerator, targets, reported, unreported,
                               past_due, achieved, overdue, on_track, at_risk, behind, not_due,
                               reported_at, changed_at)
      select d.*, now()
        from unnest($1::text[], $2::int[], $3::text[], $4::numeric[], $5::numeric[], $6::numeric[],
                    $7::numeric[], $8::numeric[], $9::numeric[], $10::numeric[], $11::int[],
                    $12::int[], $13::int[], $14::int[], $15::int[], $16::int[], $17::int[],
                    $18::int[], $19::int[], $20::int[], $21::timestamptz[]) as d
      on conflict (scope, year, indicator) do update set
             promised = r.promised + excluded.promised,
             reached = r.reached + excluded.reached,
             paced = r.paced + excluded.paced,
             baseline = r.baseline + excluded.baseline,
             numerator = r.numerator + excluded.numerator,
             denominator = r.denominator + excluded.denominator,
             promised_numerator = r.promised_numerator + excluded.promised_numerator,
             targets = r.targets + excluded.targets,
             reported = r.reported + excluded.reported,
             unreported = r.unreported + excluded.unreported,
             past_due = r.past_due + excluded.past_due,
             achieved = r.achieved + excluded.achieved,
             overdue = r.overdue + excluded.overdue,
             on_track = r.on_track + excluded.on_track,
             at_risk = r.at_risk + excluded.at_risk,
             behind = r.behind + excluded.behind,
             not_due = r.not_due + excluded.not_due,
             reported_at = greatest(r.reported_at, excluded.reported_at),
             changed_at = excluded.changed_at
      returning
      """
          + COLUMNS;

  /** The rollup's row is locked by now, so no other district's change can slip in between. */
  private static final String CANDIDATES =
      """
      select target, counted_promised, counted_reached, counted_paced, reported_on, reported_at
        from target
       where counted and counted_indicator = $1 and year = $2 and counted_scopes @> array[$3]
      """;

  /** As with the largest: the rows are locked, so what is left is found among all that count. */
  private static final String REPORTED =
      """
      update rollup r set reported_at = (
             select max(t.reported_at) from target t
              where t.counted and t.counted_indicator = r.indicator and t.year = r.year
                and t.counted_scopes @> array[r.scope])
        from unnest($1::text[], $2::int[], $3::text[]) as k(scope, year, indicator)
       where r.scope = k.scope and r.year = k.year and r.indicator = k.indicator
      returning r.scope, r.year, r.indicator, r.reported_at
      """;

  private static final String PEAK =
      """
      update rollup set peak_promised = $4, peak_reached = $5, peak_paced = $6
       where scope = $1 and year = $2 and indicator = $3
      """;

  private static final String OF_SCOPES =
      "select "
          + COLUMNS
          + """
           from rollup
          where scope = any($1) and year = $2 and ($3::text is null or indicator = $3)
            and targets > 0
          order by indicator, scope
          """;

  /** Adds the differences, in the order of their keys; the rows after it. */
  public Uni<List<Rollup>> move(
      SqlConnection transaction,
      Map<RollupKey, Contribution> differences,
      Map<RollupKey, Instant> reports) {
    if (differences.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Tuple columns =
        Columns.of(differences.entrySet())
            .text(entry -> entry.getKey().scope())
            .count(entry -> entry.getKey().year())
            .text(entry -> entry.getKey().indicator())
            .number(entry -> entry.getValue().promised())
            .number(entry -> entry.getValue().reached())
            .number(entry -> entry.getValue().paced())
            .number(entry -> entry.getValue().baseline())
            .number(entry -> entry.getValue().numerator())
            .number(entry -> entry.getValue().denominator())
            .number(entry -> entry.getValue().promisedNumerator())
            .count(entry -> entry.getValue().counts().targets())
            .count(entry -> entry.getValue().counts().reported())
            .count(entry -> entry.getValue().counts().unreported())
            .count(entry -> entry.getValue().counts().pastDue())
            .count(entry -> entry.getValue().counts().achieved())
            .count(entry -> entry.getValue().counts().overdue())
            .count(entry -> entry.getValue().counts().onTrack())
            .count(entry -> entry.getValue().counts().atRisk())
            .count(entry -> entry.getValue().counts().behind())
            .count(entry -> entry.getValue().counts().notDue())
            .moment(entry -> reports.get(entry.getKey()))
            .tuple();
    return transaction
        .preparedQuery(MOVE)
        .execute(columns)
        .map(rows -> Cells.list(rows, RollupStore::read));
  }

  /** Finds the last report anew where one was taken out; the rows after it. */
  public Uni<List<Rollup>> reported(
      SqlConnection transaction, List<Rollup> moved, Collection<RollupKey> receded) {
    if (receded.isEmpty()) {
      return Uni.createFrom().item(moved);
    }
    Tuple columns =
        Columns.of(receded)
            .text(RollupKey::scope)
            .count(RollupKey::year)
            .text(RollupKey::indicator)
            .tuple();
    return transaction
        .preparedQuery(REPORTED)
        .execute(columns)
        .map(rows -> {
          Map<RollupKey, @Nullable Instant> found = new HashMap<>();
          for (Row row : rows) {
            found.put(key(row), Cells.moment(row, "reported_at"));
          }
          return moved.stream()
              .map(rollup ->
                  found.containsKey(rollup.key())
                      ? rollup.reportedAt(found.get(rollup.key()))
                      : rollup)
              .toList();
        });
  }

  private static RollupKey key(Row row) {
    return new RollupKey(
        row.getString("scope"), row.getInteger("year"), row.getString("indicator"));
  }

  /** The targets that a largest or latest figure is found among. */
  public Uni<List<Candidate>> candidates(SqlConnection transaction, RollupKey key) {
    return transaction
        .preparedQuery(CANDIDATES)
        .execute(Tuple.of(key.indicator(), key.year(), key.scope()))
        .map(rows -> Cells.list(rows, RollupStore::candidate));
  }

  public Uni<Void> keepPeak(SqlConnection transaction, RollupKey key, @Nullable Peak peak) {
    Tuple values =
        Tuple.tuple()
            .addValue(key.scope())
            .addValue(key.year())
            .addValue(key.indicator())
            .addValue(peak == null ? null : peak.promised())
            .addValue(peak == null ? null : peak.reached())
            .addValue(peak == null ? null : peak.paced());
    return transaction.preparedQuery(PEAK).execute(values).replaceWithVoid();
  }

  /** The rollups of these scopes, by indicator and scope. */
  public Uni<List<Rollup>> of(
      SqlClient client, Collection<String> scopes, int year, @Nullable String indicator) {
    return client
        .preparedQuery(OF_SCOPES)
        .execute(Tuple.of(scopes.toArray(String[]::new), year, indicator))
        .map(rows -> Cells.list(rows, RollupStore::read));
  }

  private static Candidate candidate(Row row) {
    return new Candidate(
        row.getString("target"),
        row.getBigDecimal("counted_promised"),
        row.getBigDecimal("counted_reached"),
        row.getBigDecimal("counted_paced"),
        row.getLocalDate("reported_on"),
        Cells.moment(row, "reported_at"));
  }

  private static Rollup read(Row row) {
    BigDecimal peak = row.getBigDecimal("peak_promised");
    return new Rollup(
        key(row),
        new Contribution(
            row.getBigDecimal("promised"),
            row.getBigDecimal("reached"),
            row.getBigDecimal("paced"),
            row.getBigDecimal("baseline"),
            row.getBigDecimal("numerator"),
            row.getBigDecimal("denominator"),
            row.getBigDecimal("promised_numerator"),
            CountStore.counts(row)),
        peak == null
            ? null
            : new Peak(peak, row.getBigDecimal("peak_reached"), row.getBigDecimal("peak_paced")),
        Cells.moment(row, "reported_at"),
        Cells.moment(row, "changed_at"));
  }
}
