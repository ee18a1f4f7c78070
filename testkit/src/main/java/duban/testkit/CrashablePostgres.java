package duban.testkit;

import duban.ground.postgres.PostgresBinaries;
import duban.ground.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A PostgreSQL of a test's own, always a child process, that the test may kill. */
public final class CrashablePostgres implements AutoCloseable {

  private static final String NAME = "postgres";

  private final TestFolder folder;
  private final PostgresServer server;
  private Process process;

  private CrashablePostgres(TestFolder folder, PostgresServer server) throws IOException {
    this.folder = folder;
    this.server = server;
    this.process = launch();
  }

  /** With durable settings: what it has acknowledged survives {@link #kill9}. */
  public static CrashablePostgres start() {
    return start(PostgresServer.DURABLE);
  }

  /**
   * Without waiting for the disk: several times faster, and loses what it acknowledged when killed.
   */
  public static CrashablePostgres startFast() {
    return start(PostgresServer.FAST);
  }

  /** Over PostgreSQL's own defaults and the small settings that Duban runs it with. */
  public static CrashablePostgres start(Map<String, String> settings) {
    TestFolder folder = TestFolder.create(NAME);
    try {
      PostgresServer server =
          new PostgresServer(
              PostgresBinaries.unpackedIn(PostgresBinaries.userCache()),
              folder.resolve("data"),
              FreePort.find(),
              UUID.randomUUID().toString(),
              settings);
      server.initialise();
      return new CrashablePostgres(folder, server);
    } catch (IOException failed) {
      folder.remove();
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      folder.remove();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public Postgres address() {
    return new Postgres("127.0.0.1", server.port(), PostgresServer.USER, server.password());
  }

  /**
   * Kills the server with SIGKILL and returns when its workers have followed. They notice within
   * moments, but until the last has gone its shared memory bars the data from a new server.
   */
  public void kill9() {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly();
    process.onExit().join();
    workers.forEach(worker -> worker.onExit().join());
  }

  /** Starts the server again on the same port and data, and returns when it answers. */
  public void restart() {
    if (process.isAlive()) {
      kill9();
    }
    try {
      process = launch();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    folder.remove();
  }

  private Process launch() throws IOException {
    try {
      Process started = folder.start(NAME, new ProcessBuilder(server.command()));
      Patience.untilAnswered(started, folder, NAME, this::greet);
      return started;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private boolean greet() throws Exception {
    try (Connection connection = address().connect("postgres")) {
      return connection.isValid(5);
    }
  }
}
