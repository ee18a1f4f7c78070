package duban.reporting.feed;

import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The SQL of the change feed. */
@ApplicationScoped
public class FeedStore {

  /** The PostgreSQL channel on which the newest number is told. */
  public static final String CHANNEL = "duban_feed";

  /**
   * The head row is locked from here to the commit, which is why this comes last in a transaction:
   * numbers then become visible in order, and nobody waits for it longer than for a commit. Scopes
   * travel as one text a row, since an array of arrays would have to be rectangular.
   */
  private static final String APPEND =
      """
      with head as (
        update feed_head set no = no + cardinality($1::text[]) returning no
      ), added as (
        insert into change_feed (no, kind, key, scopes, year, row)
        select head.no - cardinality($1::text[]) + c.ordinal,
               c.kind, c.key, string_to_array(c.scopes, ','), c.year, c.row
          from head, unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[])
               with ordinality as c(kind, key, scopes, year, row, ordinal)
      )
      select no, pg_notify('duban_feed', no::text)::text from head
      """;

  /** A number so far ahead that no reader goes on to it from where it was. */
  private static final String BEGIN_ANEW =
      """
      with head as (
        update feed_head set no = no + $1 returning no
      ), added as (
        insert into change_feed (no, kind, key, scopes, year)
        select no, 'anew', '', '{}', 0 from head
      )
      select no, pg_notify('duban_feed', no::text)::text from head
      """;

  private static final String HEAD = "select no from feed_head";

  private static final String AFTER =
      """
      select no, kind, key, scopes, year, row from change_feed
       where no > $1 order by no limit $2
      """;

  private static final String CONCERNING =
      """
      select no, kind, key, scopes, year, row from change_feed
       where no > $1 and no <= $2 and year = $4 and scopes @> array[$3]
       order by no
      """;

  private static final String OLDEST = "select min(no) as no from change_feed";

  private static final String TRIM =
      "delete from change_feed where no <= (select no from feed_head) - $1";

  /** Numbers the changes and tells every replica; the head's number after them. */
  public Uni<Long> append(SqlConnection transaction, List<Change> changes) {
    Tuple columns =
        Columns.of(changes)
            .text(Change::kind)
            .text(Change::key)
            .text(change -> String.join(",", change.scopes()))
            .count(Change::year)
            .text(Change::row)
            .tuple();
    return transaction
        .preparedQuery(APPEND)
        .execute(columns)
        .map(rows -> rows.iterator().next().getLong("no"));
  }

  /** Rows have changed that nobody can name: every reader gets a fresh snapshot. */
  public Uni<Void> beginAnew(SqlConnection transaction, long beyondAnyReader) {
    return transaction
        .preparedQuery(BEGIN_ANEW)
        .execute(Tuple.of(beyondAnyReader))
        .replaceWithVoid();
  }

  /** The newest visible number; 0 while there is none. */
  public Uni<Long> head(SqlClient client) {
    return client.preparedQuery(HEAD).execute().map(rows -> rows.iterator().next().getLong("no"));
  }

  /** Up to {@code limit} rows past {@code no}, for all readers. */
  public Uni<List<FeedRow>> after(SqlClient client, long no, int limit) {
    return client
        .preparedQuery(AFTER)
        .execute(Tuple.of(no, limit))
        .map(rows -> Cells.list(rows, FeedStore::read));
  }

  /** What changed for one reader between two numbers. */
  public Uni<List<FeedRow>> concerning(
      SqlClient client, String scope, int year, long after, long upTo) {
    return client
        .preparedQuery(CONCERNING)
        .execute(Tuple.of(after, upTo, scope, year))
        .map(rows -> Cells.list(rows, FeedStore::read));
  }

  /** The oldest number that was not trimmed; {@link Long#MAX_VALUE} while the feed is empty. */
  public Uni<Long> oldest(SqlClient client) {
    return client
        .preparedQuery(OLDEST)
        .execute()
        .map(rows -> {
          Long no = rows.iterator().next().getLong("no");
          return no == null ? Long.MAX_VALUE : no;
        });
  }

  /** Drops all but the newest {@code keep} rows. */
  public Uni<Integer> trim(SqlClient client, long keep) {
    return client.preparedQuery(TRIM).execute(Tuple.of(keep)).map(rows -> rows.rowCount());
  }

  private static FeedRow read(Row row) {
    return new FeedRow(
        row.getLong("no"),
        row.getString("kind"),
        row.getString("key"),
        Cells.texts(row, "scopes"),
        row.getInteger("year"),
        row.getString("row"));
  }
}
