package duban.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs another program to its end. */
final class Program {

  static final Path ROOT = Path.of(System.getProperty("duban.root")).toAbsolutePath();
  static final Path TARGET = ROOT.resolve("system-tests/target");
  static final Path NODE = ROOT.resolve("system-tests/src/test/node");

  private static final int PATIENCE_SECONDS = 180;

  record Ended(int code, String output, String complaints) {

    /** What it printed, if it went well. */
    String well() {
      if (code != 0) {
        throw new AssertionError("ended with " + code + "\n" + output + complaints);
      }
      return output.strip();
    }
  }

  private Program() {}

  static Ended run(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Files.createDirectories(TARGET);
      File complaints = Files.createTempFile(TARGET, "said-", ".txt").toFile();
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectError(complaints);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      String said = Files.readString(complaints.toPath());
      Files.delete(complaints.toPath());
      return new Ended(process.waitFor(), output, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A tool of the folder {@code node}, which is installed where its lock file has changed. */
  static Ended node(String tool, String... arguments) {
    install();
    List<String> command = new java.util.ArrayList<>(List.of("npx", "--no-install", tool));
    command.addAll(List.of(arguments));
    return run(
        NODE,
        Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"),
        command);
  }

  private static void install() {
    Path stamp = NODE.resolve("node_modules/.duban-installed");
    try {
      String lock = Files.readString(NODE.resolve("package-lock.json"));
      if (Files.exists(stamp) && Files.readString(stamp).equals(lock)) {
        return;
      }
      run(NODE, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"))
          .well();
      Files.writeString(stamp, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
