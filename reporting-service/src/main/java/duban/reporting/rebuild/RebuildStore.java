package duban.reporting.rebuild;

import duban.reporting.rebuild.Course.Phase;
import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL of the story of the rebuilds, of which versions there are, and of who rebuilds. */
@ApplicationScoped
class RebuildStore {

  /** Held by a connection, so that it ends with the process that holds it. */
  private static final String TAKE =
      "select pg_try_advisory_lock(hashtextextended('duban/rebuild', 0)) as taken";

  /** The same lock for one transaction: nobody rebuilds, and nobody begins to. */
  private static final String TAKE_TO_CLEAR =
      "select pg_try_advisory_xact_lock(hashtextextended('duban/rebuild', 0)) as taken";

  /**
   * The row of a rebuild is written a moment after its lock is taken, and ended before it is freed.
   */
  private static final String REMAINS =
      """
      select exists (select from rebuild where ended_at is null)
             or to_regnamespace($1) is not null or to_regnamespace($2) is not null as found
      """;

  private static final String LEFT_BEHIND =
      """
      update rebuild
         set phase = case when switched_at is null then 'failed' else 'done' end,
             failure = case when switched_at is null then 'its process ended' end,
             total = case when switched_at is null then total else done end,
             ended_at = coalesce(switched_at, told_at)
       where ended_at is null
      """;

  private static final String SWITCHED =
      """
      update rebuild set done = $2, total = $2, per_second = $3, different = $4,
             switched_at = clock_timestamp()
       where no = $1
      """;

  private static final String BEGIN = "insert into rebuild (version) values ($1) returning no";

  private static final String TELL =
      """
      update rebuild set phase = $2, done = $3, total = $4, per_second = $5,
             told_at = clock_timestamp()
       where no = $1 and ended_at is null
      """;

  private static final String END =
      """
      update rebuild set phase = 'done', told_at = clock_timestamp(), ended_at = clock_timestamp()
       where no = $1
      """;

  private static final String FAIL =
      """
      update rebuild set phase = 'failed', failure = $2, told_at = clock_timestamp(),
             ended_at = clock_timestamp()
       where no = $1 and ended_at is null
      """;

  private static final String LAST =
      """
      select no, version, phase, done, total, per_second, began_at, told_at, ended_at, different,
             failure, switched_at, clock_timestamp() as now
        from rebuild
       where ($1::bigint is null or no = $1) order by no desc limit 1
      """;

  private static final String BUILT =
      """
      select exists (select from projection_version where version = $1 and scripts = $2)
             and to_regnamespace($3) is not null as built
      """;

  private static final String OTHERS =
      """
      select exists (select from projection_version)
             or exists (select from pg_namespace where nspname like 'projection\\_v%') as found
      """;

  private static final String MARK_BUILT =
      """
      insert into projection_version (version, scripts) values ($1, $2)
      on conflict (version) do update set scripts = excluded.scripts, built_at = now()
      """;

  private static final String IS_THERE = "select to_regnamespace($1) is not null as found";

  private static final String OPEN_ALONE =
      "select pg_advisory_lock(hashtextextended('duban/opening', 0))::text";

  private static final String OPENED =
      "select pg_advisory_unlock(hashtextextended('duban/opening', 0))";

  private static final Duration SILENCE = Duration.ofSeconds(15);

  /** False when another process rebuilds. */
  Uni<Boolean> take(SqlClient connection) {
    return connection
        .preparedQuery(TAKE)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("taken"));
  }

  /** Whether a rebuild runs, or has left something behind. */
  Uni<Boolean> hasRemains(SqlClient client, ProjectionVersion version) {
    return client
        .preparedQuery(REMAINS)
        .execute(Tuple.of(version.next(), version.old()))
        .map(rows -> rows.iterator().next().getBoolean("found"));
  }

  /** Keeps rebuilds out to the transaction's end; false when one is running. */
  Uni<Boolean> takeToClear(SqlClient transaction) {
    return transaction
        .preparedQuery(TAKE_TO_CLEAR)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("taken"));
  }

  /** Ends the stories whose process ended before; for whoever holds the lock. */
  Uni<Void> endLeftBehind(SqlClient client) {
    return client.preparedQuery(LEFT_BEHIND).execute().replaceWithVoid();
  }

  Uni<Long> begin(SqlClient client, int version) {
    return endLeftBehind(client)
        .chain(() -> client.preparedQuery(BEGIN).execute(Tuple.of(version)))
        .map(rows -> rows.iterator().next().getLong("no"));
  }

  Uni<Void> tell(SqlClient client, long no, Course course) {
    Tuple values =
        Tuple.of(no, word(course.phase()), course.done(), course.of(), course.eventsPerSecond());
    return client.preparedQuery(TELL).execute(values).replaceWithVoid();
  }

  /** In the switch's transaction, so that what was switched is never said to have failed. */
  Uni<Void> switched(
      SqlClient transaction, long no, Course course, @Nullable List<String> different) {
    Tuple values =
        Tuple.tuple()
            .addLong(no)
            .addLong(course.done())
            .addLong(course.eventsPerSecond())
            .addArrayOfString(different == null ? null : different.toArray(String[]::new));
    return transaction.preparedQuery(SWITCHED).execute(values).replaceWithVoid();
  }

  Uni<Void> end(SqlClient client, long no) {
    return client.preparedQuery(END).execute(Tuple.of(no)).replaceWithVoid();
  }

  Uni<Void> fail(SqlClient client, long no, String why) {
    return client.preparedQuery(FAIL).execute(Tuple.of(no, why)).replaceWithVoid();
  }

  /** The rebuild of that number, or the last one; null when there was none. */
  Uni<@Nullable RebuildState> last(SqlClient client, @Nullable Long no) {
    return client
        .preparedQuery(LAST)
        .execute(Tuple.tuple().addLong(no))
        .map(rows -> rows.rowCount() == 0 ? null : state(rows.iterator().next()));
  }

  /** Whether the version's tables are whole, and of these scripts. */
  Uni<Boolean> isBuilt(SqlClient client, ProjectionVersion version) {
    return client
        .preparedQuery(BUILT)
        .execute(Tuple.of(version.number(), version.scripts(), version.schema()))
        .map(rows -> rows.iterator().next().getBoolean("built"));
  }

  /** Whether there are, or were, projections of any version. */
  Uni<Boolean> hasOthers(SqlClient client) {
    return client
        .preparedQuery(OTHERS)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("found"));
  }

  Uni<Boolean> isThere(SqlClient client, String schema) {
    return client
        .preparedQuery(IS_THERE)
        .execute(Tuple.of(schema))
        .map(rows -> rows.iterator().next().getBoolean("found"));
  }

  /** Two replicas that start for the first time do it one after the other. */
  Uni<Void> openAlone(SqlClient connection) {
    return connection.preparedQuery(OPEN_ALONE).execute().replaceWithVoid();
  }

  Uni<Void> opened(SqlClient connection) {
    return connection.preparedQuery(OPENED).execute().replaceWithVoid();
  }

  Uni<Void> markBuilt(SqlClient client, ProjectionVersion version) {
    return client
        .preparedQuery(MARK_BUILT)
        .execute(Tuple.of(version.number(), version.scripts()))
        .replaceWithVoid();
  }

  private static RebuildState state(Row row) {
    Instant began = Objects.requireNonNull(Cells.moment(row, "began_at"));
    Instant told = Objects.requireNonNull(Cells.moment(row, "told_at"));
    Instant ended = Cells.moment(row, "ended_at");
    boolean silent =
        Duration.between(told, row.getOffsetDateTime("now").toInstant()).compareTo(SILENCE) > 0;
    Instant switched = Cells.moment(row, "switched_at");
    boolean brokenOff = ended == null && silent && switched == null;
    boolean done = row.getString("phase").equals("done");
    String[] different = row.getArrayOfStrings("different");
    long of = row.getLong("total");
    long left = of - row.getLong("done");
    long perSecond = row.getLong("per_second");
    Instant end = brokenOff ? told : ended;
    return new RebuildState(
        row.getLong("no"),
        row.getInteger("version"),
        brokenOff ? "failed" : row.getString("phase"),
        row.getLong("done"),
        of,
        perSecond,
        end != null || perSecond == 0 ? null : left / perSecond,
        began,
        end,
        done ? of : null,
        end == null ? null : Duration.between(began, end).toMillis() / 1000.0,
        different == null ? null : different.length == 0,
        different == null || different.length == 0 ? null : List.of(different),
        brokenOff ? "its process ended" : row.getString("failure"));
  }

  private static String word(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
