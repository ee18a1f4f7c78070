package duban.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token with which this service calls a peer. */
@ApplicationScoped
public class ServiceToken {

  private final Optional<String> file;

  @Inject
  ServiceToken(@ConfigProperty(name = "duban.service-token-file") Optional<String> file) {
    this.file = file;
  }

  /**
   * The token, read from its file at each call because it is renewed there: a kilobyte from the
   * page cache, which is short enough for an event loop.
   *
   * @throws IllegalStateException when no file is configured
   * @throws UncheckedIOException when it cannot be read
   */
  public String value() {
    Path path =
        Path.of(
            file.orElseThrow(
                () -> new IllegalStateException("DUBAN_SERVICE_TOKEN_FILE is not set")));
    try {
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the service token at " + path, e);
    }
  }

  /** The value of the header {@code Authorization}. */
  public String authorization() {
    return "Bearer " + value();
  }
}
