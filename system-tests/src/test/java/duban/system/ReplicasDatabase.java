package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What replicas of reporting-service have written, whichever of them did. */
record ReplicasDatabase(Replicas replicas) {

  void toldOnce(String kind, long since, List<String> keys) {
    Map<String, Integer> told = toldSince(kind, since);
    assertThat(keys).allSatisfy(key -> assertThat(told.get(key)).as(kind + " " + key).isEqualTo(1));
  }

  /** How often the feed tells of each, whoever wrote it. */
  Map<String, Integer> toldSince(String kind, long since) {
    Map<String, Integer> told = new TreeMap<>();
    for (JsonNode row :
        rows(
            """
            select json_build_object('key', key, 'times', count(*))::text
              from change_feed where kind = ? and no > ? group by key
            """,
            kind,
            since)) {
      told.put(row.get("key").asText(), row.get("times").asInt());
    }
    return told;
  }

  long feedHead() {
    return rows("select no::text from feed_head").getFirst().asLong();
  }

  /** Targets that stand at another day than today. */
  long waiting() {
    return rows("""
    select count(*)::text from target, calendar where day is null or day <> today
    """)
        .getFirst()
        .asLong();
  }

  long halfBuilt() {
    return rows("select count(*)::text from pg_namespace where nspname ~ '_next$'")
        .getFirst()
        .asLong();
  }

  /** Which table it is that reports read. */
  long table() {
    return rows("select 'target'::regclass::oid::text").getFirst().asLong();
  }

  private List<JsonNode> rows(String sql, Object... values) {
    try (Connection connection = replicas.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<JsonNode> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(Json.lenient().readTree(found.getString(1)));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
