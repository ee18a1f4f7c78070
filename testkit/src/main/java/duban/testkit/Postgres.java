package duban.testkit;

import duban.ground.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach a real PostgreSQL 18. Crash tests use {@link CrashablePostgres} instead. */
public record Postgres(String host, int port, String user, String password) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  /** The one that all tests of this JVM share, with durable settings; started at the first call. */
  public static Postgres shared() {
    return parse(OncePerJvm.get("postgres", () -> start().print()));
  }

  /** A new empty database of exactly this name; one that was there before is dropped. */
  public String createDatabase(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain lower case name: " + name);
    }
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
      return name;
    } catch (SQLException refused) {
      throw new IllegalStateException("could not create the database " + name, refused);
    }
  }

  /** A new empty database whose name starts so and is like no other; the name is returned. */
  public String freshDatabase(String prefix) {
    return createDatabase(prefix + "_" + UUID.randomUUID().toString().substring(0, 8));
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  public Connection connect(String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(jdbcUrl(database));
    source.setUser(user);
    source.setPassword(password);
    return source.getConnection();
  }

  private static Postgres start() {
    return ContainerEngine.answers()
        ? Containers.postgres(PostgresServer.DURABLE)
        : CrashablePostgres.start().address();
  }

  private String print() {
    return String.join(" ", host, Integer.toString(port), user, password);
  }

  private static Postgres parse(String printed) {
    String[] parts = printed.split(" ", 4);
    return new Postgres(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
  }
}
