package duban.local.identity;

import duban.ground.OwnerOnly;
import duban.ground.issuer.Grant;
import duban.ground.issuer.SigningKey;
import duban.local.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The issuer whose key lives in DUBAN_HOME/keys. */
public final class LocalIssuer implements TokenMint {

  public static final String ISSUER = "https://duban.local/issuer";

  /** A person's token: long, because it only opens a system on this machine. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  /** A service's token; the supervisor writes a new one long before it ends. */
  private static final Duration SERVICE_LIFETIME = Duration.ofHours(2);

  /** They read each other's ledgers, and post what the calendar says. */
  private static final List<String> SERVICE_ROLES = List.of("city-viewer", "calendar");

  private static final String PROVINCE = "320000";

  private final Home home;
  private final SigningKey key;
  private final InstantSource clock;

  private LocalIssuer(Home home, SigningKey key, InstantSource clock) {
    this.home = home;
    this.key = key;
    this.clock = clock;
  }

  /** The issuer of this home, with a new key if there is none. */
  public static LocalIssuer of(Home home) {
    return of(home, InstantSource.system());
  }

  static LocalIssuer of(Home home, InstantSource clock) {
    try {
      return new LocalIssuer(home, keyOf(home), clock);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String token(String role, String... districts) {
    return token(role, LIFETIME, List.of(districts));
  }

  public String token(String role, Duration lifetime, List<String> districts) {
    return key.sign(
        new Grant("local-" + role, List.of(role), districts, lifetime), ISSUER, clock.instant());
  }

  /** The public keys, for those who check tokens. */
  public Path jwks() {
    return home.key("jwks.json");
  }

  /** The token with which services call each other. */
  public Path serviceToken() {
    return home.key("service.token");
  }

  /** Writes a new service token over the old one; services read the file at each call. */
  public void renewServiceToken() throws IOException {
    Grant grant = new Grant("local-service", SERVICE_ROLES, List.of(PROVINCE), SERVICE_LIFETIME);
    OwnerOnly.write(serviceToken(), key.sign(grant, ISSUER, clock.instant()));
  }

  private static SigningKey keyOf(Home home) throws IOException {
    Path file = home.key("issuer.jwk");
    if (Files.exists(file)) {
      return SigningKey.parse(Files.readString(file));
    }
    SigningKey fresh = SigningKey.generate();
    OwnerOnly.write(home.key("jwks.json"), fresh.jwks());
    OwnerOnly.write(file, fresh.secret());
    return fresh;
  }
}
