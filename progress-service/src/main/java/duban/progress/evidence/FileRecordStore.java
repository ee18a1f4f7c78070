package duban.progress.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The SQL of the list of files. A row is written once its file is durable, and stays. */
@ApplicationScoped
class FileRecordStore {

  private static final String KEEP =
      """
      insert into evidence (district, hash, size, type, name, uploaded_by)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (district, hash) do nothing
      returning *
      """;

  private static final String FIND = "select * from evidence where district = $1 and hash = $2";

  private static final String KNOWN =
      "select hash from evidence where district = $1 and hash = any($2)";

  private static final String PAGE =
      """
      select * from evidence where district = $1 and seq > $2 order by seq limit $3
      """;

  private final Pool pool;

  FileRecordStore(Pool pool) {
    this.pool = pool;
  }

  /** The new row; empty when the district had handed the file in before. */
  Uni<Optional<KeptFile>> keep(
      String district, String hash, long size, String type, String name, String by) {
    return pool.preparedQuery(KEEP)
        .execute(Tuple.from(List.of(district, hash, size, type, name, by)))
        .map(FileRecordStore::first);
  }

  Uni<Optional<KeptFile>> find(String district, String hash) {
    return pool.preparedQuery(FIND).execute(Tuple.of(district, hash)).map(FileRecordStore::first);
  }

  /** Those of the hashes that the district has handed in. */
  Uni<Set<String>> known(String district, Set<String> hashes) {
    return pool.preparedQuery(KNOWN)
        .execute(Tuple.of(district, hashes.toArray(String[]::new)))
        .map(rows -> {
          Set<String> known = new HashSet<>();
          rows.forEach(row -> known.add(row.getString(0)));
          return known;
        });
  }

  Uni<List<KeptFile>> page(String district, long after, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(district, after, limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(FileRecordStore::file).toList());
  }

  private static Optional<KeptFile> first(RowSet<Row> rows) {
    return rows.iterator().hasNext() ? Optional.of(file(rows.iterator().next())) : Optional.empty();
  }

  private static KeptFile file(Row row) {
    return new KeptFile(
        row.getLong("seq"),
        row.getString("hash"),
        row.getLong("size"),
        row.getString("type"),
        row.getString("name"),
        row.getString("uploaded_by"),
        row.getOffsetDateTime("uploaded_at").toInstant());
  }
}
