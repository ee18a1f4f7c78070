package duban.ledger;

import duban.testkit.Postgres;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A fresh database with the ledger's and the mark's tables, and a reactive pool onto it. */
public final class Database implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final Postgres postgres = postgres();
  private final String name;
  private final Pool pool;

  private Database(String name) {
    this.name = name;
    this.pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(8))
            .connectingTo(
                new PgConnectOptions()
                    .setHost(postgres.host())
                    .setPort(postgres.port())
                    .setUser(postgres.user())
                    .setPassword(postgres.password())
                    .setDatabase(name)
                    .setCachePreparedStatements(true))
            .using(vertx)
            .build();
  }

  /** The test run's server; a child process is told by a property where its parent's stands. */
  private static Postgres postgres() {
    String told = System.getProperty("duban.test.postgres");
    if (told == null) {
      return Postgres.shared();
    }
    String[] parts = told.split(",", -1);
    return new Postgres(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
  }

  public static Database fresh() {
    Database database = new Database(Postgres.shared().freshDatabase("ledger"));
    database.run(script("/db/ledger/V1__ledger.sql"));
    database.run(script("/db/mark/V2__ledger_mark.sql"));
    return database;
  }

  /** One that is there already, as another process would open it. */
  public static Database named(String name) {
    return new Database(name);
  }

  public String name() {
    return name;
  }

  public Pool pool() {
    return pool;
  }

  public void run(String sql) {
    try (Connection connection = postgres.connect(name);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String script(String path) {
    try (InputStream in = Database.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pool.closeAndAwait();
    vertx.closeAndAwait();
  }
}
