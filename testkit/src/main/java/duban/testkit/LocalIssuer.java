package duban.testkit;

import duban.ground.OwnerOnly;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** For a Quarkus test that needs tokens checked and neither a database nor a broker. */
public final class LocalIssuer implements QuarkusTestResourceLifecycleManager {

  /** Of tests only: 32 bytes that everybody may know. */
  private static final String WEBHOOKS_KEY = "dGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHMgb25seSE=";

  @Override
  public Map<String, String> start() {
    return ConfigKeys.bothSpellings(settings());
  }

  @Override
  public void stop() {
    // The files live as long as the JVM, since other tests may use them.
  }

  static Map<String, String> settings() {
    Path folder = Path.of(OncePerJvm.get("issuer", LocalIssuer::writeFiles));
    return Map.of(
        "DUBAN_JWKS", folder.resolve("jwks.json").toString(),
        "DUBAN_ISSUER", Tokens.ISSUER,
        "DUBAN_SERVICE_TOKEN_FILE", folder.resolve("service.token").toString(),
        "DUBAN_WEBHOOK_KEY_FILE", folder.resolve("webhooks.key").toString());
  }

  private static String writeFiles() {
    TestFolder folder = TestFolder.create("issuer");
    try {
      OwnerOnly.write(folder.resolve("jwks.json"), Tokens.key().jwks());
      OwnerOnly.write(folder.resolve("webhooks.key"), WEBHOOKS_KEY);
      OwnerOnly.write(folder.resolve("service.token"), Tokens.mint("city-viewer", "320000"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return folder.resolve("").toString();
  }
}
