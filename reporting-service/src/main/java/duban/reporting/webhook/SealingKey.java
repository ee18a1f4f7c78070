package duban.reporting.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of 256 bits under which secrets lie in the database: AES-GCM with a nonce of its own for
 * each, {@code v1:<the key's name>:<nonce and cipher text>}.
 */
final class SealingKey {

  /** Any other text in the column is a secret from before there were keys. */
  static final String SEALED = "v1:";

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int NAME_BYTES = 4;

  private final SecureRandom random = new SecureRandom();
  private final String prefix;
  private final SecretKeySpec key;

  private SealingKey(byte[] key) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
    this.prefix = SEALED + HexFormat.of().formatHex(digest, 0, NAME_BYTES) + ":";
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * @throws IllegalArgumentException when these are not 32 bytes in Base64
   */
  static SealingKey of(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length != KEY_BYTES) {
        throw new IllegalArgumentException("a key has 32 bytes, not " + bytes.length);
      }
      return new SealingKey(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  boolean sealed(String stored) {
    return stored.startsWith(prefix);
  }

  String seal(String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] text = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), 0);
    byte[] both = new byte[NONCE_BYTES + text.length];
    System.arraycopy(nonce, 0, both, 0, NONCE_BYTES);
    System.arraycopy(text, 0, both, NONCE_BYTES, text.length);
    return prefix + Base64.getEncoder().encodeToString(both);
  }

  /**
   * @throws IllegalStateException when somebody changed it
   */
  String open(String stored) {
    byte[] both = Base64.getDecoder().decode(stored.substring(prefix.length()));
    return new String(run(Cipher.DECRYPT_MODE, both, both, NONCE_BYTES), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] text, int from) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
      return cipher.doFinal(text, from, text.length - from);
    } catch (GeneralSecurityException changed) {
      throw new IllegalStateException("a sealed secret was changed", changed);
    }
  }
}
