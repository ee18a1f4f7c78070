package duban.local.home;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The folder that holds all that belongs to one local system. */
public record Home(Path path) {

  /** All that a system makes in its home, and all that a reset removes. */
  public static final List<String> CONTENTS =
      List.of("postgres", "kafka", "evidence", "keys", "log", "run", "app", "settings.properties");

  /** DUBAN_HOME, or {@code .duban} in the repository. */
  public static Home here() {
    String named = System.getenv("DUBAN_HOME");
    Path path =
        named == null || named.isBlank()
            ? Installation.here().root().resolve(".duban")
            : Path.of(named);
    return new Home(path.toAbsolutePath().normalize());
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  /** What districts handed in; the service makes it, for its owner only. */
  public Path evidence() {
    return path.resolve("evidence");
  }

  public Path key(String name) {
    return path.resolve("keys").resolve(name);
  }

  public Path log(String part) {
    return path.resolve("log").resolve(part + ".log");
  }

  public Path run() {
    return path.resolve("run");
  }

  /** Where a service's program lies while it runs from here. */
  public Path app(String service) {
    return path.resolve("app").resolve(service);
  }

  public Settings settings() {
    return new Settings(path.resolve("settings.properties"));
  }

  /**
   * The address of the gateway: DUBAN_PORT, else the port of the last {@code up} here, else 8080.
   */
  public URI gateway() {
    int port = PortPlan.named().or(() -> settings().port()).orElse(PortPlan.DEFAULT).gateway();
    return URI.create("http://127.0.0.1:" + port);
  }
}
