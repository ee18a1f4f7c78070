package duban.ground.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** An ES256 key (P-256) that signs bearer tokens. */
public final class SigningKey {

  private final ECKey key;

  private SigningKey(ECKey key) {
    this.key = key;
  }

  public static SigningKey generate() {
    try {
      return new SigningKey(
          new ECKeyGenerator(Curve.P_256)
              .algorithm(JWSAlgorithm.ES256)
              .keyUse(KeyUse.SIGNATURE)
              .keyIDFromThumbprint(true)
              .generate());
    } catch (JOSEException impossible) {
      throw new IllegalStateException("this JVM has no P-256", impossible);
    }
  }

  /** The key from {@link #secret}. */
  public static SigningKey parse(String secret) {
    try {
      ECKey key = ECKey.parse(secret);
      if (!key.isPrivate()) {
        throw new IllegalArgumentException("not a private key");
      }
      return new SigningKey(key);
    } catch (ParseException broken) {
      throw new IllegalArgumentException("not a JSON Web Key", broken);
    }
  }

  /** The whole key as a JSON Web Key, for a file that only its owner may read. */
  public String secret() {
    return key.toJSONString();
  }

  /** The public half as a JSON Web Key Set, for those who check tokens. */
  public String jwks() {
    return new JWKSet(key.toPublicJWK()).toString(true);
  }

  /** The signed token, ready for an {@code Authorization: Bearer} header. */
  public String sign(Grant grant, String issuer, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(grant.subject())
            .claim("roles", grant.roles())
            .claim("districts", grant.districts())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(grant.lifetime())))
            .jwtID(UUID.randomUUID().toString())
            .build();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException unusable) {
      throw new IllegalStateException("the key cannot sign", unusable);
    }
    return token.serialize();
  }
}
