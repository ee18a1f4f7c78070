package duban.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A temporary folder for the data of child processes. A small shell holds the other end of a pipe:
 * when this JVM ends, even by kill -9, the pipe closes and the shell ends the processes and removes
 * the folder, so that no test run leaves anything behind.
 */
final class TestFolder {

  /** {@code $1} is the folder; each {@code *.pid} file in it names a process to end. */
  private static final String UNDERTAKER =
      """
      trap '' INT TERM HUP
      cat > /dev/null
      for file in "$1"/*.pid; do
        [ -f "$file" ] && kill -QUIT "$(cat "$file")" 2> /dev/null
      done
      sleep 0.2
      for file in "$1"/*.pid; do
        [ -f "$file" ] && kill -KILL "$(cat "$file")" 2> /dev/null
      done
      sleep 0.1
      rm -rf "$1" || { sleep 1; rm -rf "$1"; }
      """;

  /** Held so that the pipes stay open as long as this JVM lives. */
  private static final Map<Path, Process> UNDERTAKERS = new ConcurrentHashMap<>();

  private final Path path;

  private TestFolder(Path path) {
    this.path = path;
  }

  static TestFolder create(String name) {
    try {
      Path path = Files.createTempDirectory("duban-" + name + "-");
      Process undertaker =
          new ProcessBuilder("sh", "-c", UNDERTAKER, "duban-undertaker", path.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      UNDERTAKERS.put(path, undertaker);
      return new TestFolder(path);
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  Process start(String name, ProcessBuilder command) throws IOException {
    Process process =
        command
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
            .start();
    Files.writeString(path.resolve(name + ".pid"), Long.toString(process.pid()));
    return process;
  }

  /** What the process said last, for the message of a failed start. */
  String lastWords(String name) {
    try {
      String all = Files.readString(log(name));
      return all.substring(Math.max(0, all.length() - 2000));
    } catch (IOException none) {
      return "(it said nothing)";
    }
  }

  /** Ends the processes and removes the folder now, without waiting for the JVM's end. */
  void remove() {
    Process undertaker = UNDERTAKERS.remove(path);
    if (undertaker == null) {
      return;
    }
    try {
      undertaker.getOutputStream().close();
      undertaker.waitFor();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Path log(String name) {
    return path.resolve(name + ".log");
  }
}
