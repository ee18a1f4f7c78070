package duban.reporting.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedSet;

/**
 * The locks that make plans, progress and the calendar of one district take turns: without them a
 * plan and an observation that arrive together would each miss the other. They are advisory locks
 * and no rows, because they must hold for a district that has no row yet, are fair, and cost no
 * write; the transaction's end frees them. Always the catalogue first, then districts in order.
 */
@ApplicationScoped
public class LockStore {

  private static final String SHARE_CATALOGUE =
      "select pg_advisory_xact_lock_shared(hashtextextended('duban/catalogue', 0))::text";

  private static final String TAKE_CATALOGUE =
      "select pg_advisory_xact_lock(hashtextextended('duban/catalogue', 0))::text";

  private static final String TAKE_DISTRICTS =
      """
      select pg_advisory_xact_lock(hashtextextended('duban/district/' || d.code, 0))::text
        from unnest($1::text[]) as d(code)
      """;

  /** Districts may change one beside the other, as long as the catalogue does not. */
  public Uni<Void> takeDistricts(SqlConnection transaction, SortedSet<String> districts) {
    return transaction
        .preparedQuery(SHARE_CATALOGUE)
        .execute()
        .chain(() -> take(transaction, districts));
  }

  /** Nothing else changes while the catalogue does. */
  public Uni<Void> takeCatalogue(SqlConnection transaction, SortedSet<String> districts) {
    return transaction
        .preparedQuery(TAKE_CATALOGUE)
        .execute()
        .chain(() -> take(transaction, districts));
  }

  private static Uni<Void> take(SqlConnection transaction, SortedSet<String> districts) {
    return districts.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(TAKE_DISTRICTS)
            .execute(Tuple.tuple().addArrayOfString(districts.toArray(String[]::new)))
            .replaceWithVoid();
  }
}
