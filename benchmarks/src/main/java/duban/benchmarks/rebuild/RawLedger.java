package duban.benchmarks.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.Chain;
import duban.ledger.chain.Hash;
import duban.testkit.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * One whole ledger, copied into its owner's tables as its appends would have left it. Its relay has
 * sent everything, so that Kafka brings only what is appended later.
 */
final class RawLedger implements AutoCloseable {

  private static final Instant BEGAN = Instant.parse("2022-01-01T00:00:00Z");
  private static final long MILLIS_APART = 250;

  private final String name;
  private final Connection connection;
  private final PGCopyOutputStream out;
  private Hash last = Hash.ZERO;
  private Instant at = BEGAN;
  private long seq;

  RawLedger(Postgres postgres, String database, String name) throws SQLException {
    this.name = name;
    this.connection = postgres.connect(database);
    goOnFromHead();
    this.out =
        new PGCopyOutputStream(
            connection.unwrap(PGConnection.class),
            "copy ledger_event (ledger, seq, id, type, subject, refers, recorded_at, body,"
                + " body_digest, hash) from stdin");
  }

  /** The catalogue has its first entries from its owner's start. */
  private void goOnFromHead() throws SQLException {
    try (PreparedStatement head =
        connection.prepareStatement(
            "select seq, hash, recorded_at from ledger_head where ledger = ?")) {
      head.setString(1, name);
      try (ResultSet found = head.executeQuery()) {
        if (found.next()) {
          seq = found.getLong(1);
          last = Hash.of(found.getBytes(2));
          at = found.getTimestamp(3).toInstant();
        }
      }
    }
  }

  void append(String id, String type, String subject, @Nullable String refers, JsonNode said)
      throws IOException {
    CanonicalBody body = CanonicalJson.canonical(((ObjectNode) said).put("by", "bench"));
    seq++;
    at = at.plusMillis(MILLIS_APART);
    last = Chain.link(last, seq, id, type, at, body.digest());
    String line =
        String.join(
            "\t",
            name,
            Long.toString(seq),
            id,
            type,
            subject,
            refers == null ? "\\N" : refers,
            at.toString(),
            body.json().replace("\\", "\\\\"),
            "\\\\x" + body.digest().hex(),
            "\\\\x" + last.hex());
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      out.close();
      head(
          """
          insert into ledger_head (ledger, seq, recorded_at, hash) values (?, ?, ?::timestamptz, ?)
          on conflict (ledger) do update
             set seq = excluded.seq, recorded_at = excluded.recorded_at, hash = excluded.hash
          """);
      head(
          """
          insert into ledger_relay (ledger, seq) values (?, ?)
          on conflict (ledger) do update set seq = excluded.seq
          """);
    } catch (IOException failed) {
      throw new SQLException(failed);
    }
  }

  private void head(String insert) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, name);
      statement.setLong(2, seq);
      if (statement.getParameterMetaData().getParameterCount() > 2) {
        statement.setString(3, at.toString());
        statement.setBytes(4, last.bytes());
      }
      statement.execute();
    }
  }
}
