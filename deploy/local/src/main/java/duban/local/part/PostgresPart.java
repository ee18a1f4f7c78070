package duban.local.part;

import duban.ground.OwnerOnly;
import duban.ground.postgres.PostgresBinaries;
import duban.ground.postgres.PostgresServer;
import duban.local.home.Home;
import duban.local.process.Part;
import duban.local.process.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL with durable settings; ready when it holds a database for each service. */
final class PostgresPart {

  static final String NAME = "postgresql";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CONNECT_SECONDS = 3;

  private PostgresPart() {}

  static Part of(Home home, int port) throws IOException {
    String password = password(home);
    return new Part(
        NAME,
        port,
        home.log(NAME),
        () -> prepare(home, port, password),
        () -> hasDatabases(port, password),
        Part.Farewell.INTERRUPT,
        PATIENCE);
  }

  /** The password of this home's PostgreSQL, made at the first question. */
  static String password(Home home) throws IOException {
    Path file = home.key("postgres.password");
    if (!Files.exists(file)) {
      OwnerOnly.write(file, UUID.randomUUID().toString());
    }
    return Files.readString(file);
  }

  private static ProcessBuilder prepare(Home home, int port, String password)
      throws IOException, InterruptedException {
    PostgresServer server =
        new PostgresServer(
            PostgresBinaries.unpackedIn(PostgresBinaries.userCache()),
            home.postgres(),
            port,
            password,
            PostgresServer.DURABLE);
    server.initialise();
    return new ProcessBuilder(Signals.ownSession(server.command()));
  }

  private static boolean hasDatabases(int port, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    source.setUser(PostgresServer.USER);
    source.setPassword(password);
    source.setConnectTimeout(CONNECT_SECONDS);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      Set<String> known = databases(statement);
      for (String wanted : wantedDatabases()) {
        if (!known.contains(wanted)) {
          statement.execute("create database " + wanted);
        }
      }
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static List<String> wantedDatabases() {
    return Arrays.stream(Service.values()).flatMap(s -> s.database().stream()).toList();
  }

  private static Set<String> databases(Statement statement) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet rows = statement.executeQuery("select datname from pg_database")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
