package duban.ground.postgres;

import duban.ground.Folders;
import duban.ground.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One PostgreSQL cluster: where its data is, where it listens (127.0.0.1 only, by password) and how
 * it is started. Starting, watching and stopping the process is the caller's.
 *
 * @param settings of the server, name to value, over the ones below
 */
public record PostgresServer(
    PostgresBinaries binaries, Path data, int port, String password, Map<String, String> settings) {

  /** The cluster's superuser; there is no other locally. */
  public static final String USER = "duban";

  /**
   * An acknowledged commit survives kill -9 and power loss. These are PostgreSQL's own defaults;
   * they are written down because they are what the whole product promises.
   */
  public static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  /** For tests that never crash the server: nothing waits for the disk. */
  public static final Map<String, String> FAST =
      Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

  /**
   * Small: a database server beside four services and a broker on one person's machine. Each
   * connection's process counts the shared buffers that it has touched as its own memory; the
   * operating system's cache does the rest of the work.
   */
  private static final Map<String, String> SMALL =
      Map.of(
          "shared_buffers", "16MB",
          "wal_buffers", "1MB",
          "max_connections", "60",
          "max_wal_size", "256MB",
          "huge_pages", "off",
          "io_method", "sync",
          "jit", "off",
          "max_parallel_workers", "2",
          "max_logical_replication_workers", "0");

  /** Makes the data folder where there is none. It is made aside: a half made one is never used. */
  public void initialise() throws IOException, InterruptedException {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    Path aside = data.resolveSibling(data.getFileName() + ".making");
    Folders.delete(aside);
    Files.createDirectories(data.resolveSibling("."));
    Path passwordFile = data.resolveSibling(data.getFileName() + ".password");
    try {
      OwnerOnly.write(passwordFile, password + "\n");
      initdb(aside, passwordFile);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The command that runs the server in the foreground. */
  public List<String> command() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(RootEscape.prefix());
    command.addAll(List.of(binaries.program("postgres").toString(), "-D", data.toString()));
    command.addAll(List.of("-p", Integer.toString(port), "-h", "127.0.0.1", "-k", ""));
    SMALL.forEach((name, value) -> addSetting(command, name, value));
    settings.forEach((name, value) -> addSetting(command, name, value));
    return command;
  }

  /** The server's process, also one that an earlier owner left behind. */
  public Optional<ProcessHandle> running() throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
            .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
  }

  private void initdb(Path target, Path passwordFile) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(RootEscape.prefix());
    command.addAll(
        List.of(
            binaries.program("initdb").toString(),
            "-D",
            target.toString(),
            "-U",
            USER,
            "-A",
            "scram-sha-256",
            "--pwfile=" + passwordFile,
            "-E",
            "UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(
          "PostgreSQL could not make its data folder " + data + ": " + said.strip());
    }
  }

  private static void addSetting(List<String> command, String name, String value) {
    command.add("-c");
    command.add(name + "=" + value);
  }
}
