package duban.reporting.target;

import duban.contracts.plan.Target;
import duban.reporting.plan.TargetPlace;
import duban.reporting.rollup.Contribution;
import duban.reporting.standing.Detail;
import duban.reporting.standing.Light;
import duban.reporting.standing.LightCounts;
import duban.reporting.standing.Standing;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import duban.reporting.store.Document;
import duban.reporting.target.TargetState.Counted;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of targets: what was promised, where it stands, what it has been counted as. */
@ApplicationScoped
public class TargetStore {

  private static final String COLUMNS =
      """
      select target, plan, item, district, year, revision, definition::text, plan_starts, plan_ends,
             interval_days, dropped, day, figure, numerator, denominator, done, pace, light,
             unreported, past_due, reported_on, reported_at, detail::text, counted, counted_item, counted_scopes,
             counted_indicator, counted_promised, counted_reached, counted_paced, counted_baseline,
             counted_numerator, counted_denominator, counted_promised_numerator
        from target
      """;

  private static final String CONCERNED =
      COLUMNS
          + """
           where target = any($1)
              or (item = any($1) and definition ->> 'kind' = 'narrative')
           order by target
          """;

  private static final String OF_PLAN =
      COLUMNS + " where plan = $1 and not dropped order by target";

  private static final String ONE = COLUMNS + " where target = $1";

  private static final String PAGE = COLUMNS + " where target > $1 order by target limit $2";

  private static final String BEHIND_THE_DAY =
      """
      select target from target
       where district = $1 and (day is null or day <> $2) order by target limit $3
      """;

  private static final String DISTRICTS_BEHIND =
      """
      select distinct district from target, calendar
       where day is null or day <> today order by district
      """;

  private static final String MAKE_ANEW =
      """
      update target set day = null
       where indicator = any($1) or counted_scopes && $2 or district = any($2)
      """;

  private static final String MAKE_ALL_ANEW = "update target set day = null where day is not null";

  private static final String STAND =
      """
      update target set
             day = $2, figure = s.figure, numerator = s.numerator, denominator = s.denominator,
             done = s.done, pace = s.pace, light = s.light, unreported = s.unreported,
             past_due = s.past_due, reported_on = s.reported_on, reported_at = s.reported_at,
             detail = s.detail::jsonb, counted = s.counted, counted_item = s.counted_item,
             counted_scopes = string_to_array(s.counted_scopes, ','),
             counted_indicator = s.counted_indicator, counted_promised = s.counted_promised,
             counted_reached = s.counted_reached, counted_paced = s.counted_paced,
             counted_baseline = s.counted_baseline, counted_numerator = s.counted_numerator,
             counted_denominator = s.counted_denominator,
             counted_promised_numerator = s.counted_promised_numerator
        from unnest($1::text[], $3::numeric[], $4::numeric[], $5::numeric[], $6::numeric[],
                    $7::numeric[], $8::text[], $9::boolean[], $10::boolean[], $11::date[],
                    $12::timestamptz[], $13::boolean[], $14::text[], $15::text[], $16::text[],
                    $17::numeric[], $18::numeric[], $19::numeric[], $20::numeric[], $21::numeric[],
                    $22::numeric[], $23::numeric[], $24::text[])
             as s(target, figure, numerator, denominator, done, pace, light, unreported, past_due,
                  reported_on, reported_at, counted, counted_item, counted_scopes,
                  counted_indicator, counted_promised, counted_reached, counted_paced,
                  counted_baseline, counted_numerator, counted_denominator,
                  counted_promised_numerator, detail)
       where target.target = s.target
      """;

  /**
   * The targets of these ids, and the narrative targets of the items among them, since words are
   * noted on the item.
   */
  public Uni<List<TargetState>> concerned(SqlClient client, Collection<String> targetsOrItems) {
    Tuple ids = Tuple.tuple().addArrayOfString(targetsOrItems.toArray(String[]::new));
    return list(client, CONCERNED, ids);
  }

  /** The targets that the plan's latest revision promises. */
  public Uni<List<TargetState>> ofPlan(SqlClient client, String plan) {
    return list(client, OF_PLAN, Tuple.of(plan));
  }

  public Uni<@Nullable TargetState> one(SqlClient client, String target) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(target))
        .map(rows -> rows.rowCount() == 0 ? null : state(rows.iterator().next()));
  }

  /** Up to {@code limit} targets past an id, dropped ones included. */
  public Uni<List<TargetState>> page(SqlClient client, String after, int limit) {
    return list(client, PAGE, Tuple.of(after, limit));
  }

  /** Up to {@code limit} targets of the district whose standing is not that day's. */
  public Uni<List<String>> behindTheDay(
      SqlClient client, String district, LocalDate day, int limit) {
    return client
        .preparedQuery(BEHIND_THE_DAY)
        .execute(Tuple.of(district, day, limit))
        .map(rows -> Cells.list(rows, row -> row.getString("target")));
  }

  /** The districts that have such targets. */
  public Uni<List<String>> districtsBehind(SqlClient client) {
    return client
        .preparedQuery(DISTRICTS_BEHIND)
        .execute()
        .map(rows -> Cells.list(rows, row -> row.getString("district")));
  }

  /** Marks what a change of the catalogue touches; the next tick tells it anew. */
  public Uni<Void> makeAnew(
      SqlConnection transaction, Collection<String> indicators, Collection<String> districts) {
    Tuple keys =
        Tuple.tuple()
            .addArrayOfString(indicators.toArray(String[]::new))
            .addArrayOfString(districts.toArray(String[]::new));
    return transaction.preparedQuery(MAKE_ANEW).execute(keys).replaceWithVoid();
  }

  /** Marks every target, where the municipality's settings change. */
  public Uni<Void> makeAllAnew(SqlConnection transaction) {
    return transaction.preparedQuery(MAKE_ALL_ANEW).execute().replaceWithVoid();
  }

  /** Writes down where the targets stand on that day and what they are counted as. */
  public Uni<Void> stand(SqlConnection transaction, List<Move> moves, LocalDate day) {
    Columns<Move> columns =
        Columns.of(moves)
            .text(move -> move.state().place().target())
            .and(day)
            .number(move -> move.standing().figure())
            .number(move -> move.standing().numerator())
            .number(move -> move.standing().denominator())
            .number(move -> move.standing().done())
            .number(move -> move.standing().pace())
            .text(move -> move.standing().light().word())
            .flag(move -> move.standing().unreported())
            .flag(move -> move.standing().pastDue())
            .day(move -> move.standing().reportedOn())
            .moment(move -> move.standing().reportedAt())
            .flag(move -> move.after() != null)
            .text(move -> move.after() == null ? null : move.after().item())
            .text(move -> move.after() == null ? null : String.join(",", move.after().scopes()))
            .text(move -> move.after() == null ? null : move.after().indicator())
            .number(move -> move.contribution().promised())
            .number(move -> move.contribution().reached())
            .number(move -> move.contribution().paced())
            .number(move -> move.contribution().baseline())
            .number(move -> move.contribution().numerator())
            .number(move -> move.contribution().denominator())
            .number(move -> move.contribution().promisedNumerator())
            .text(move -> detail(move.standing().detail()));
    return transaction.preparedQuery(STAND).execute(columns.tuple()).replaceWithVoid();
  }

  /** Most have none. */
  private static @Nullable String detail(Detail detail) {
    return detail.equals(Detail.NONE) ? null : Document.write(detail);
  }

  private static Uni<List<TargetState>> list(SqlClient client, String query, Tuple values) {
    return client
        .preparedQuery(query)
        .execute(values)
        .map(rows -> Cells.list(rows, TargetStore::state));
  }

  static TargetState state(Row row) {
    LocalDate day = row.getLocalDate("day");
    Standing standing = row.getString("light") == null ? null : standing(row, day);
    return new TargetState(
        new TargetPlace(
            row.getString("target"),
            row.getString("plan"),
            row.getString("item"),
            row.getString("district"),
            row.getInteger("year"),
            row.getInteger("revision")),
        Document.read(row.getString("definition"), Target.class),
        row.getLocalDate("plan_starts"),
        row.getLocalDate("plan_ends"),
        row.getInteger("interval_days"),
        row.getBoolean("dropped"),
        day,
        standing,
        standing != null && row.getBoolean("counted") ? counted(row, standing) : null);
  }

  private static Standing standing(Row row, @Nullable LocalDate day) {
    return new Standing(
        day == null ? LocalDate.EPOCH : day,
        row.getBigDecimal("figure"),
        row.getBigDecimal("numerator"),
        row.getBigDecimal("denominator"),
        row.getBigDecimal("done"),
        row.getBigDecimal("pace"),
        Light.ofWord(row.getString("light")),
        row.getBoolean("unreported"),
        row.getBoolean("past_due"),
        row.getLocalDate("reported_on"),
        Cells.moment(row, "reported_at"),
        row.getString("detail") == null
            ? Detail.NONE
            : Document.read(row.getString("detail"), Detail.class));
  }

  private static Counted counted(Row row, Standing standing) {
    return new Counted(
        row.getString("counted_item"),
        Cells.texts(row, "counted_scopes"),
        row.getString("counted_indicator"),
        new Contribution(
            row.getBigDecimal("counted_promised"),
            row.getBigDecimal("counted_reached"),
            row.getBigDecimal("counted_paced"),
            row.getBigDecimal("counted_baseline"),
            row.getBigDecimal("counted_numerator"),
            row.getBigDecimal("counted_denominator"),
            row.getBigDecimal("counted_promised_numerator"),
            LightCounts.of(standing)));
  }
}
