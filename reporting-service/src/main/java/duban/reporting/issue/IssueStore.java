package duban.reporting.issue;

import duban.ledger.chain.CanonicalBody;
import duban.reporting.bulletin.Edition;
import duban.reporting.bulletin.Heading;
import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of issued papers. A row counts only once the catalogue's ledger has its event. */
@ApplicationScoped
class IssueStore {

  private static final String COLUMNS =
      "number, as_of, known_at, content, digest, by, issued_at, recorded_seq";

  private static final String OF = " from issued where kind = $1 and scope = $2 and period = $3 ";

  /** Of two at once the key lets one through. */
  private static final String BEGIN =
      """
      insert into issued (kind, scope, period, number, as_of, known_at, content, digest, by)
      select $1, $2, $3, coalesce(max(number), 0) + 1, $4::date, ($5::text)::timestamptz, $6, $7, $8
      """
          + OF
          + " on conflict do nothing returning "
          + COLUMNS;

  private static final String RECORDED =
      """
      update issued set recorded = true, recorded_seq = $5
       where kind = $1 and scope = $2 and period = $3 and number = $4
      returning
      """
          + COLUMNS;

  private static final String FORGET =
      """
      delete from issued
       where kind = $1 and scope = $2 and period = $3 and number = $4 and not recorded
      """;

  private static final String PENDING = "select " + COLUMNS + OF + "and not recorded";
  private static final String ONE = "select " + COLUMNS + OF + "and recorded and number = $4";
  private static final String LATEST =
      "select " + COLUMNS + OF + "and recorded order by number desc limit 1";

  /** More than anybody issues of one paper. */
  private static final String ALL =
      "select " + COLUMNS + OF + "and recorded order by number limit 100";

  private final Pool pool;

  IssueStore(Pool pool) {
    this.pool = pool;
  }

  /** Null when another was begun at the same moment. */
  Uni<@Nullable Frozen> begin(Edition edition, Heading heading, CanonicalBody content, String by) {
    Tuple values =
        key(edition)
            .addValue(heading.asOf())
            .addValue(heading.knownAt().toString())
            .addValue(content.json())
            .addValue(content.digest().hex())
            .addValue(by);
    return pool.preparedQuery(BEGIN).execute(values).map(rows -> first(edition, rows));
  }

  /** The catalogue's ledger has it. */
  Uni<@Nullable Frozen> recorded(Frozen frozen, @Nullable Long seq) {
    return pool.preparedQuery(RECORDED)
        .execute(key(frozen.edition()).addValue(frozen.number()).addValue(seq))
        .map(rows -> first(frozen.edition(), rows));
  }

  /** It was not issued after all. */
  Uni<Void> forget(Frozen frozen) {
    return pool.preparedQuery(FORGET)
        .execute(key(frozen.edition()).addValue(frozen.number()))
        .replaceWithVoid();
  }

  /** One that was begun and whose end is not known. */
  Uni<@Nullable Frozen> pending(Edition edition) {
    return pool.preparedQuery(PENDING).execute(key(edition)).map(rows -> first(edition, rows));
  }

  Uni<@Nullable Frozen> one(Edition edition, int number) {
    return pool.preparedQuery(ONE)
        .execute(key(edition).addValue(number))
        .map(rows -> first(edition, rows));
  }

  Uni<@Nullable Frozen> latest(Edition edition) {
    return pool.preparedQuery(LATEST).execute(key(edition)).map(rows -> first(edition, rows));
  }

  Uni<List<Frozen>> all(Edition edition) {
    return pool.preparedQuery(ALL)
        .execute(key(edition))
        .map(rows -> Cells.list(rows, row -> frozen(edition, row)));
  }

  private static Tuple key(Edition edition) {
    return Tuple.tuple()
        .addValue(edition.kind())
        .addValue(edition.scope())
        .addValue(edition.period());
  }

  private static @Nullable Frozen first(Edition edition, RowSet<Row> rows) {
    return rows.rowCount() == 0 ? null : frozen(edition, rows.iterator().next());
  }

  private static Frozen frozen(Edition edition, Row row) {
    return new Frozen(
        edition,
        row.getInteger("number"),
        row.getLocalDate("as_of"),
        row.getOffsetDateTime("known_at").toInstant(),
        row.getString("content"),
        row.getString("digest"),
        row.getString("by"),
        row.getOffsetDateTime("issued_at").toInstant(),
        row.getLong("recorded_seq"));
  }
}
