package duban.progress.evidence;

import duban.ledger.chain.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files in a folder, which several processes may share: {@code ab/ab12...} under the first two
 * digits of the hash. A file comes to its place whole by a rename within the folder, and both the
 * file and the folder are forced to the disk before it counts as kept.
 */
final class DiskEvidenceStore implements EvidenceStore {

  private static final Duration ABANDONED = Duration.ofDays(1);
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;

  DiskEvidenceStore(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public Path incoming() throws IOException {
    Path waiting = made(folder.resolve("incoming"));
    return Files.createTempFile(waiting, "upload-", "");
  }

  @Override
  public void keep(Hash hash, Path file) throws IOException {
    force(file, StandardOpenOption.WRITE);
    Path shelf = made(shelf(hash));
    Files.move(file, shelf.resolve(hash.hex()), StandardCopyOption.ATOMIC_MOVE);
    force(shelf, StandardOpenOption.READ);
  }

  @Override
  public InputStream open(Hash hash) throws IOException {
    return Files.newInputStream(shelf(hash).resolve(hash.hex()));
  }

  /** Removes what a process that died had begun to write. */
  void sweep() throws IOException {
    Path waiting = made(folder.resolve("incoming"));
    Instant latest = Instant.now().minus(ABANDONED);
    List<Path> files;
    try (Stream<Path> listed = Files.list(waiting)) {
      files = listed.toList();
    }
    for (Path file : files) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path shelf(Hash hash) {
    return folder.resolve(hash.hex().substring(0, 2));
  }

  /** The folder's own entry is made durable too: else a power cut takes all that is in it. */
  private Path made(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.createDirectories(wanted, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      force(folder, StandardOpenOption.READ);
    }
    return wanted;
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }
}
