package duban.local.home;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository with its built programs. */
public record Installation(Path root) {

  /** The launcher script names the repository; without it, it is the working folder. */
  public static Installation here() {
    return new Installation(Path.of(System.getProperty("duban.root", "")).toAbsolutePath());
  }

  /** Where the build puts a service's program. */
  public Path service(String module) {
    Path program = root.resolve(module).resolve("target/quarkus-app");
    if (!Files.exists(program.resolve("quarkus-run.jar"))) {
      throw new Refusal(module + " is not built (" + program + " is missing): run ./duban build");
    }
    return program;
  }

  /**
   * Says that this process runs from here, so that the launcher script does not build anew and so
   * pull the programs from under it. Who may not write here does not build here either.
   */
  public void markInUse() throws IOException {
    if (!Files.isWritable(root)) {
      return;
    }
    Files.createDirectories(mark().resolveSibling("."));
    Files.writeString(mark(), "");
  }

  public void unmark() throws IOException {
    Files.deleteIfExists(mark());
  }

  private Path mark() {
    return root.resolve("target/in-use").resolve(Long.toString(ProcessHandle.current().pid()));
  }

  /** Programs and libraries of the benchmarks. */
  public String benchmarks() {
    Path target = root.resolve("benchmarks/target");
    return target.resolve("*") + File.pathSeparator + target.resolve("lib/*");
  }

  /** The JVM that runs the launcher runs the other parts too. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
