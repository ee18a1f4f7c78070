package duban.benchmarks.rebuild;

import duban.ground.OwnerOnly;
import duban.ground.issuer.Grant;
import duban.ground.issuer.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An issuer of tokens for the length of the benchmark. */
final class Keys {

  private static final String ISSUER = "https://duban.local/issuer";
  private static final Duration LIFETIME = Duration.ofHours(6);

  private final SigningKey key = SigningKey.generate();

  String token(String role) {
    Grant grant = new Grant("bench-" + role, List.of(role), List.of("320000"), LIFETIME);
    return key.sign(grant, ISSUER, Instant.now());
  }

  /** What the services need to check them. */
  Map<String, String> environment() throws IOException {
    Path folder = Files.createTempDirectory("duban-bench-keys");
    Path jwks = folder.resolve("jwks.json");
    Path service = folder.resolve("service.token");
    OwnerOnly.write(jwks, key.jwks());
    OwnerOnly.write(service, token("city-viewer"));
    return Map.of(
        "DUBAN_JWKS", jwks.toString(),
        "DUBAN_ISSUER", ISSUER,
        "DUBAN_SERVICE_TOKEN_FILE", service.toString());
  }
}
