package duban.reporting.rebuild;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The SQL that says what a schema's tables hold: of each the number of rows and the sums of two 64
 * bit hashes of every row. A sum needs no order, so a million rows are read once and not sorted.
 */
@ApplicationScoped
class DigestStore {

  /** When this service did something; the ledgers do not say it. */
  private static final Set<String> OWN_TIMES = Set.of("applied_at", "changed_at");

  private static final String COLUMNS =
      """
      select c.table_name, c.column_name, c.data_type
        from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = $1 and t.table_type = 'BASE TABLE'
         and c.table_name <> 'flyway_schema_history'
       order by c.table_name, c.ordinal_position
      """;

  /** A sum that has come down to nothing may still have its row, and a mark be made too early. */
  private static final Map<String, String> SOME =
      Map.of(
          "light_count", " where targets > 0",
          "rollup", " where targets > 0",
          "ledger_mark", " where seq > 0");

  private record Column(String table, String name, boolean number) {

    /** 1.50 and 1.5 are the same number. */
    String expression() {
      return number ? "trim_scale(\"" + name + "\")" : "\"" + name + "\"";
    }
  }

  /** The digests by table, read one after the other at the client's own moment. */
  Uni<Map<String, String>> digests(SqlClient client, String schema) {
    return client
        .preparedQuery(COLUMNS)
        .execute(Tuple.of(schema))
        .chain(rows -> {
          Map<String, List<Column>> tables = new LinkedHashMap<>();
          for (Row row : rows) {
            Column column = column(row);
            if (isCompared(column)) {
              tables.computeIfAbsent(column.table(), table -> new ArrayList<>()).add(column);
            }
          }
          return digests(client, schema, tables);
        });
  }

  private static Uni<Map<String, String>> digests(
      SqlClient client, String schema, Map<String, List<Column>> tables) {
    Map<String, String> digests = new TreeMap<>();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
      all =
          all.chain(() -> client.query(statement(schema, table)).execute())
              .invoke(
                  rows -> digests.put(table.getKey(), rows.iterator().next().getString("digest")))
              .replaceWithVoid();
    }
    return all.replaceWith(digests);
  }

  private static String statement(String schema, Map.Entry<String, List<Column>> table) {
    String columns =
        table.getValue().stream().map(Column::expression).collect(Collectors.joining(", "));
    return """
    select count(*)::text || '/' || coalesce(sum(hashtextextended(d.line, 0)::numeric), 0)::text
           || '/' || coalesce(sum(hashtextextended(d.line, 1)::numeric), 0)::text as digest
      from (select row(%s)::text as line from %s.%s%s) d
    """
        .formatted(columns, schema, table.getKey(), SOME.getOrDefault(table.getKey(), ""));
  }

  private static Column column(Row row) {
    return new Column(
        row.getString("table_name"),
        row.getString("column_name"),
        row.getString("data_type").equals("numeric"));
  }

  /** A rollup's last report may have been taken back since, which only the running row knows. */
  private static boolean isCompared(Column column) {
    return !OWN_TIMES.contains(column.name())
        && !(column.table().equals("rollup") && column.name().equals("reported_at"));
  }
}
