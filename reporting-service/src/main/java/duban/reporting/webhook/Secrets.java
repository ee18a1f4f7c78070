package duban.reporting.webhook;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The webhooks' secrets, which sign messages and so cannot be kept as a hash: whoever reads the
 * database alone, or a backup of it, cannot sign.
 */
@ApplicationScoped
class Secrets {

  private final List<SealingKey> keys;

  @Inject
  Secrets(WebhookSettings settings) {
    this(settings.keyFile());
  }

  Secrets(Optional<Path> keyFile) {
    keys = keyFile.map(Secrets::read).orElse(List.of());
  }

  private static List<SealingKey> read(Path file) {
    List<SealingKey> keys;
    try (Stream<String> lines = Files.lines(file)) {
      keys = lines.map(String::strip).filter(line -> !line.isEmpty()).map(SealingKey::of).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("duban.webhooks.key-file cannot be read", unreadable);
    } catch (IllegalArgumentException noKey) {
      throw new IllegalStateException(
          "duban.webhooks.key-file: each line is a key of 32 bytes in Base64", noKey);
    }
    if (keys.isEmpty()) {
      throw new IllegalStateException("duban.webhooks.key-file holds no key");
    }
    return keys;
  }

  /** Under the first key of the file; the others are for what was sealed before. */
  String seal(String secret) {
    if (keys.isEmpty()) {
      throw ProblemException.of(
          ProblemType.CONFLICT,
          "系统没有保管回调密钥的钥匙（duban.webhooks.key-file），不能新建回调或更换密钥。",
          "This system has no key to keep a webhook's secret under (duban.webhooks.key-file), so it"
              + " makes none.");
    }
    return keys.getFirst().seal(secret);
  }

  /** Whether the file is there and this is not sealed under its first key. */
  boolean isToBeSealed(String stored) {
    return !keys.isEmpty() && !keys.getFirst().sealed(stored);
  }

  /** Cannot be read: its key is not in the file, or somebody changed it. */
  static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why, null, false, false);
    }
  }

  String open(String stored) {
    if (!stored.startsWith(SealingKey.SEALED)) {
      return stored;
    }
    SealingKey key =
        keys.stream()
            .filter(one -> one.sealed(stored))
            .findFirst()
            .orElseThrow(() -> new Unreadable("the key of its secret is not in the key file"));
    try {
      return key.open(stored);
    } catch (IllegalStateException | IllegalArgumentException changed) {
      throw new Unreadable("its secret was changed in the database");
    }
  }
}
