package duban.ground.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

  private static final Grant GRANT =
      new Grant("somebody", List.of("city-viewer"), List.of("320000"), Duration.ofHours(1));

  @Test
  void aTokenOutlivesItsKeyBeingWrittenAndReadAgain() throws Exception {
    SigningKey key = SigningKey.generate();
    String token = SigningKey.parse(key.secret()).sign(GRANT, "issuer", Instant.now());
    assertThat(isSignedBy(key, token)).isTrue();
  }

  @Test
  void anotherKeysTokenIsNotTaken() throws Exception {
    String token = SigningKey.generate().sign(GRANT, "issuer", Instant.now());
    assertThat(isSignedBy(SigningKey.generate(), token)).isFalse();
  }

  @Test
  void thePublicSetHoldsNoSecret() throws Exception {
    String jwks = SigningKey.generate().jwks();
    assertThat(JWKSet.parse(jwks).getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
    assertThatThrownBy(() -> SigningKey.parse(JWKSet.parse(jwks).getKeys().get(0).toJSONString()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isSignedBy(SigningKey key, String token) throws Exception {
    ECKey publicKey = (ECKey) JWKSet.parse(key.jwks()).getKeys().get(0);
    return SignedJWT.parse(token).verify(new ECDSAVerifier(publicKey));
  }
}
