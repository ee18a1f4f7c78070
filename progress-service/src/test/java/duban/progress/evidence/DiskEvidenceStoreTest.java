package duban.progress.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import duban.ledger.chain.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskEvidenceStoreTest extends StoreContract {

  @TempDir Path parent;

  @Override
  DiskEvidenceStore store() {
    return new DiskEvidenceStore(folder());
  }

  @Override
  void harm(Hash hash) throws IOException {
    Files.write(place(hash), new byte[] {1});
  }

  @Test
  void nobodyElseMayLook() throws IOException {
    Hash hash = keep(content(10));
    for (Path path : List.of(folder(), place(hash).getParent(), folder().resolve("incoming"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place(hash))))
        .isEqualTo("rw-------");
  }

  @Test
  void whatADeadProcessBeganIsSweptAndWhatIsUnderWayIsNot() throws IOException {
    Path dead = store().incoming();
    Path alive = store().incoming();
    Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    store().sweep();
    try (Stream<Path> left = Files.list(folder().resolve("incoming"))) {
      assertThat(left).containsExactly(alive);
    }
  }

  private Path folder() {
    return parent.resolve("evidence");
  }

  private Path place(Hash hash) {
    return folder().resolve(hash.hex().substring(0, 2)).resolve(hash.hex());
  }
}
