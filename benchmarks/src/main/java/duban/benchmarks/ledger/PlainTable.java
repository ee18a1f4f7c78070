package duban.benchmarks.ledger;

import duban.testkit.Postgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The peer: the same columns and indexes with no ledger around them. Bodies and digests are made
 * beforehand, so that only the inserts are measured.
 */
final class PlainTable implements AutoCloseable {

  private static final String TABLE =
      """
      create table plain (
        stream text collate "C" not null, seq bigint not null, id text collate "C" not null,
        type text collate "C" not null, subject text collate "C" not null, refers text collate "C",
        recorded_at timestamptz not null, body text, body_digest bytea not null,
        hash bytea not null, primary key (stream, seq));
      create unique index plain_id on plain (stream, id);
      create index plain_subject on plain (stream, subject, seq);
      create index plain_refers on plain (stream, refers, seq) where refers is not null;
      """;

  private static final String ONE =
      "insert into plain values ('progress/1', ?, ?, ?, ?, null, now(), ?, ?, ?)";

  private static final String MANY =
      """
      insert into plain
      select 'progress/1', s, i, t, u, null, now(), b, d, d
        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
          as r(s, i, t, u, b, d)
      """;

  private static final byte[] DIGEST =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final List<Connection> connections = new ArrayList<>();
  private final AtomicLong numbers = new AtomicLong();
  private final String body = Sample.body(4_711).json();

  PlainTable(Postgres postgres, int count) throws SQLException {
    String database = postgres.freshDatabase("plain");
    for (int i = 0; i < count; i++) {
      connections.add(postgres.connect(database));
    }
    try (Statement statement = connections.getFirst().createStatement()) {
      statement.execute(TABLE);
    }
  }

  String setting(String name) throws SQLException {
    try (Statement statement = connections.getFirst().createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  /** One row a statement and a commit, on every connection. */
  double single(Duration length) throws Exception {
    return timed(length, connections, this::insertSingles);
  }

  /** {@code size} rows a statement and a commit, on {@code count} connections. */
  double batches(int count, int size, Duration length) throws Exception {
    return timed(
        length, connections.subList(0, count), (c, until) -> insertBatches(c, size, until));
  }

  private long insertSingles(Connection connection, long until) throws SQLException {
    long rows = 0;
    try (PreparedStatement insert = connection.prepareStatement(ONE)) {
      while (System.nanoTime() < until) {
        long number = numbers.incrementAndGet();
        insert.setLong(1, number);
        insert.setString(2, Sample.id(number));
        insert.setString(3, Sample.TYPE);
        insert.setString(4, Sample.target(number));
        insert.setString(5, body);
        insert.setBytes(6, DIGEST);
        insert.setBytes(7, DIGEST);
        rows += insert.executeUpdate();
      }
    }
    return rows;
  }

  private long insertBatches(Connection connection, int size, long until) throws SQLException {
    long rows = 0;
    try (PreparedStatement insert = connection.prepareStatement(MANY)) {
      while (System.nanoTime() < until) {
        Long[] seqs = new Long[size];
        String[] ids = new String[size];
        String[] types = new String[size];
        String[] subjects = new String[size];
        String[] bodies = new String[size];
        byte[][] digests = new byte[size][];
        for (int i = 0; i < size; i++) {
          long number = numbers.incrementAndGet();
          seqs[i] = number;
          ids[i] = Sample.id(number);
          types[i] = Sample.TYPE;
          subjects[i] = Sample.target(number);
          bodies[i] = body;
          digests[i] = DIGEST;
        }
        insert.setArray(1, connection.createArrayOf("bigint", seqs));
        insert.setArray(2, connection.createArrayOf("text", ids));
        insert.setArray(3, connection.createArrayOf("text", types));
        insert.setArray(4, connection.createArrayOf("text", subjects));
        insert.setArray(5, connection.createArrayOf("text", bodies));
        insert.setArray(6, connection.createArrayOf("bytea", digests));
        rows += insert.executeUpdate();
      }
    }
    return rows;
  }

  @FunctionalInterface
  private interface Work {
    long insert(Connection connection, long until) throws SQLException;
  }

  private static double timed(Duration length, List<Connection> connections, Work work)
      throws Exception {
    long start = System.nanoTime();
    long until = start + length.toNanos();
    long rows = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(connections.size())) {
      List<Future<Long>> running = new ArrayList<>();
      for (Connection connection : connections) {
        running.add(threads.submit(() -> work.insert(connection, until)));
      }
      for (Future<Long> each : running) {
        rows += each.get();
      }
    }
    return rows * 1e9 / (System.nanoTime() - start);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
