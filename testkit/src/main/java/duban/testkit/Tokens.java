package duban.testkit;

import duban.ground.issuer.Grant;
import duban.ground.issuer.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Bearer tokens as the local issuer signs them, good and bad. */
public final class Tokens {

  public static final String ISSUER = "https://duban.local/issuer";
  private static final Duration LIFETIME = Duration.ofHours(6);

  private Tokens() {}

  /** A good token of this role (see the door's Roles) over these districts. */
  public static String mint(String role, String... districts) {
    return mint("test-" + role, List.of(role), List.of(districts));
  }

  public static String mint(String subject, List<String> roles, List<String> districts) {
    return key().sign(new Grant(subject, roles, districts, LIFETIME), ISSUER, Instant.now());
  }

  /** A good token that ends soon. */
  public static String mint(String role, Duration lifetime, String... districts) {
    Grant grant = new Grant("test-" + role, List.of(role), List.of(districts), lifetime);
    return key().sign(grant, ISSUER, Instant.now());
  }

  /** Well signed, but over for an hour. */
  public static String expired(String role, String... districts) {
    Instant then = Instant.now().minus(LIFETIME).minus(Duration.ofHours(1));
    return key().sign(grant(role, districts), ISSUER, then);
  }

  /** Signed by a key that is in no key set. */
  public static String forged(String role, String... districts) {
    return SigningKey.generate().sign(grant(role, districts), ISSUER, Instant.now());
  }

  /** Well signed, but by an issuer that is not the configured one. */
  public static String fromElsewhere(String role, String... districts) {
    return key().sign(grant(role, districts), "https://elsewhere.example", Instant.now());
  }

  static SigningKey key() {
    return SigningKey.parse(OncePerJvm.get("key", () -> SigningKey.generate().secret()));
  }

  private static Grant grant(String role, String... districts) {
    return new Grant("test-" + role, List.of(role), List.of(districts), LIFETIME);
  }
}
