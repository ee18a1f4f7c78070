package duban.door;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A key pair for one test run, and the tokens it signs. */
public class SigningKey implements QuarkusTestResourceLifecycleManager {

  private static final String PRIVATE = "duban.test.private-key";

  @Override
  public Map<String, String> start() {
    KeyPair pair = pair();
    // A system property, because the test's classes are loaded again by the framework's loader.
    System.setProperty(PRIVATE, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    String publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    return Map.of("mp.jwt.verify.publickey", publicKey);
  }

  @Override
  public void stop() {
    System.clearProperty(PRIVATE);
  }

  static String token(String role, String... districts) {
    try {
      byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
      var key =
          java.security.KeyFactory.getInstance("EC")
              .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(encoded));
      return Jwt.issuer("https://duban.test/issuer")
          .subject("wj-planner")
          .claim("roles", Set.of(role))
          .claim("districts", List.of(districts))
          .jws()
          .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
          .sign(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
