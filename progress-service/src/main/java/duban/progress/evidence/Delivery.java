package duban.progress.evidence;

import duban.ledger.chain.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.jboss.logging.Logger;

/**
 * A file on its way out. Its last piece is held back until the whole is known to have the hash it
 * is kept under: of a damaged file a client never gets all that the answer's head promised.
 */
final class Delivery {

  private static final Logger LOG = Logger.getLogger(Delivery.class);
  private static final int PIECE = 64 * 1024;

  private Delivery() {}

  /**
   * @throws IllegalStateException when the file is damaged
   */
  static void deliver(KeptFile file, InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = Arrival.sha256();
    long size = 0;
    byte[] piece = in.readNBytes(PIECE);
    byte[] next = in.readNBytes(PIECE);
    while (next.length > 0) {
      digest.update(piece);
      size += piece.length;
      out.write(piece);
      piece = next;
      next = in.readNBytes(PIECE);
    }
    digest.update(piece);
    size += piece.length;
    if (size != file.size() || !Hash.of(digest.digest()).equals(file.digest())) {
      LOG.errorf("evidence is damaged: %s, %d bytes of %d", file.hash(), size, file.size());
      throw new IllegalStateException("evidence is damaged: " + file.hash());
    }
    out.write(piece);
  }
}
