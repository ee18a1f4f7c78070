package duban.progress.evidence;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.ledger.chain.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * An upload, written and hashed as it came.
 *
 * @param size in bytes
 */
public record Arrival(Hash hash, long size) {

  private static final int BUFFER = 64 * 1024;

  /** A file beyond its limit is read on so far, so that a client still writing gets its answer. */
  private static final long DRAIN_BYTES = 64L << 20;

  /**
   * @throws IOException when the body breaks off
   * @throws ProblemException TOO_LARGE, INVALID_REQUEST for an empty one, TRY_LATER when it cannot
   *     be written
   */
  public static Arrival of(InputStream body, Path file, long maxBytes) throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = opened(file)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        size += read;
        if (size > maxBytes) {
          body.skip(DRAIN_BYTES);
          throw tooLarge(maxBytes);
        }
        digest.update(buffer, 0, read);
        write(out, buffer, read);
      }
    }
    if (size == 0) {
      throw ProblemException.of(ProblemType.INVALID_REQUEST, "文件是空的。", "The file is empty.");
    }
    return new Arrival(Hash.of(digest.digest()), size);
  }

  private static OutputStream opened(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw Unavailable.because(e);
    }
  }

  /** Apart from reading: a full disk is our trouble, a body that breaks off is not. */
  private static void write(OutputStream out, byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw Unavailable.because(e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static ProblemException tooLarge(long maxBytes) {
    return ProblemException.of(
        ProblemType.TOO_LARGE,
        "文件不能超过 " + maxBytes + " 字节。",
        "A file must not be larger than " + maxBytes + " bytes.");
  }
}
