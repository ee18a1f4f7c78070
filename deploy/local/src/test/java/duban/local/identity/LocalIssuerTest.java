package duban.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import duban.local.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;

  @Test
  void aTokenSaysWhoMayDoWhatWhere() throws Exception {
    JWTClaimsSet claims =
        checked(issuer().token("district-reporter", "320412", "320481")).getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("https://duban.local/issuer");
    assertThat(claims.getSubject()).isEqualTo("local-district-reporter");
    assertThat(claims.getStringListClaim("roles")).containsExactly("district-reporter");
    assertThat(claims.getStringListClaim("districts")).containsExactly("320412", "320481");
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(LocalIssuer.LIFETIME)));
  }

  @Test
  void theKeyIsMadeOnce() throws Exception {
    String token = issuer().token("city-viewer", "320000");
    issuer();
    assertThat(checked(token).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
  }

  @Test
  void onlyTheOwnerReadsTheKeyAndThePublicSetHoldsNoSecret() throws Exception {
    LocalIssuer issuer = issuer();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("keys/issuer.jwk"))))
        .isEqualTo("rw-------");
    assertThat(JWKSet.load(issuer.jwks().toFile()).getKeys()).noneMatch(key -> key.isPrivate());
  }

  @Test
  void servicesReadTheProvinceAndPostWhatTheCalendarSays() throws Exception {
    LocalIssuer issuer = issuer();
    issuer.renewServiceToken();
    String first = Files.readString(issuer.serviceToken());
    issuer.renewServiceToken();
    assertThat(Files.readString(issuer.serviceToken())).isNotEqualTo(first);
    JWTClaimsSet claims = checked(first).getJWTClaimsSet();
    assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("city-viewer", "calendar"));
    assertThat(claims.getStringListClaim("districts")).isEqualTo(List.of("320000"));
  }

  private LocalIssuer issuer() {
    return LocalIssuer.of(new Home(folder), () -> NOW);
  }

  /** The token as a service would read it, its signature checked by the public set alone. */
  private SignedJWT checked(String token) throws Exception {
    SignedJWT signed = SignedJWT.parse(token);
    ECKey key =
        (ECKey)
            JWKSet.load(folder.resolve("keys/jwks.json").toFile())
                .getKeyByKeyId(signed.getHeader().getKeyID());
    assertThat(signed.verify(new ECDSAVerifier(key))).isTrue();
    return signed;
  }
}
