package duban.progress.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.ledger.chain.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for a store of either kind. */
abstract class StoreContract {

  abstract EvidenceStore store();

  /** Harms what the store holds, behind its back. */
  abstract void harm(Hash hash) throws IOException;

  @Test
  void whatIsKeptIsGivenBack() throws IOException {
    byte[] content = content(3_000_000);
    Hash hash = keep(content);
    assertThat(read(hash)).isEqualTo(content);
  }

  @Test
  void whatWasNeverKeptIsMissed() {
    Hash hash = Hash.sha256(content(10));
    assertThatThrownBy(() -> store().open(hash)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void theSameAgainMendsWhatIsDamaged() throws IOException {
    byte[] content = content(1_000);
    Hash hash = keep(content);
    harm(hash);
    assertThat(read(hash)).isNotEqualTo(content);
    keep(content);
    assertThat(read(hash)).isEqualTo(content);
  }

  Hash keep(byte[] content) throws IOException {
    Path file = Files.write(store().incoming(), content);
    Hash hash = Hash.sha256(content);
    store().keep(hash, file);
    Files.deleteIfExists(file);
    return hash;
  }

  private byte[] read(Hash hash) throws IOException {
    try (InputStream in = store().open(hash)) {
      return in.readAllBytes();
    }
  }

  static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random().nextBytes(content);
    return content;
  }
}
