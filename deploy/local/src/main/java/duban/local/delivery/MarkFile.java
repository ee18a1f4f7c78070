package duban.local.delivery;

import com.fasterxml.jackson.core.JacksonException;
import duban.contracts.Json;
import duban.ground.OwnerOnly;
import duban.local.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a posting's mark is kept, under the digest of whom it goes to and of every byte of it, so
 * that no other content and no other system ever finds it.
 */
final class MarkFile {

  private static final HexFormat HEX = HexFormat.of();

  private final Path file;
  private boolean warned;

  private MarkFile(Path file) {
    this.file = file;
  }

  static MarkFile of(Path folder, URI gateway, String district, Path content) throws IOException {
    MessageDigest digest = sha256();
    digest.update((gateway + "\n" + district + "\n").getBytes(StandardCharsets.UTF_8));
    try (InputStream in = new DigestInputStream(Files.newInputStream(content), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return new MarkFile(folder.resolve(HEX.formatHex(digest.digest()) + ".json"));
  }

  /** {@code $XDG_STATE_HOME/duban/post}, by default below {@code ~/.local/state}. */
  static Path folder() {
    String named = System.getenv("XDG_STATE_HOME");
    Path state =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(named);
    return state.resolve("duban").resolve("post");
  }

  Mark read() throws IOException {
    try {
      return Json.strict().readValue(Files.readString(file), Mark.class);
    } catch (NoSuchFileException | JacksonException none) {
      return Mark.NONE;
    }
  }

  /** Posting matters more than remembering. */
  void write(Mark mark) {
    try {
      OwnerOnly.write(file, Json.strict().writeValueAsString(mark));
    } catch (IOException unwritable) {
      if (!warned) {
        warned = true;
        Terminal.say("cannot remember how far this is, it would begin anew: " + unwritable);
      }
    }
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
