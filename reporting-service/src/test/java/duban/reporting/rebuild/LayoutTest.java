package duban.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where scripts belong, and that a changed one is another version. */
class LayoutTest {

  private static final Path SCRIPTS = Path.of("src/main/resources/db");

  @Test
  void scriptsAreEitherOfAProjectionOrOfWhatCannotBeToldAgain() throws IOException {
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> file.getParent().getFileName().toString())
                  .distinct())
          .as("a script of a table that a rebuild fills goes to db/projection, others to db/public")
          .containsExactlyInAnyOrder("projection", "public");
    }
  }

  @Test
  void aChangedScriptIsAnotherVersion() throws Exception {
    assertThat(settings().getProperty("duban.projection.scripts"))
        .as(
            "the scripts of db/projection have changed: set duban.projection.scripts to the new"
                + " digest, and raise duban.projection.version if the last one was ever released")
        .isEqualTo(digest());
  }

  private static Properties settings() throws IOException {
    Properties settings = new Properties();
    try (InputStream in =
        Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
      settings.load(in);
    }
    return settings;
  }

  private static String digest() throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.list(SCRIPTS.resolve("projection"))) {
      for (Path file : files.sorted().toList()) {
        List<String> parts = List.of(file.getFileName().toString(), Files.readString(file));
        parts.forEach(part -> sha.update(part.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return HexFormat.of().formatHex(sha.digest(), 0, 8);
  }
}
