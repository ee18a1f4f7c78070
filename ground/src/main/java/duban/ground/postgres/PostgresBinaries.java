package duban.ground.postgres;

import duban.ground.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked programs of PostgreSQL: {@code bin/postgres}, {@code bin/initdb} and their files.
 */
public record PostgresBinaries(Path home) {

  /** Names the folder, so that a newer PostgreSQL is unpacked beside an older one. */
  private static final String VERSION = "18.6.0";

  private static final int ANY_EXECUTE = 0111;

  /**
   * Unpacks the archive on the class path below {@code cache}, unless it is there already. Several
   * processes may do so at the same time: each unpacks aside and the first rename wins.
   */
  public static PostgresBinaries unpackedIn(Path cache) throws IOException {
    Path home = cache.resolve("postgresql-" + VERSION + "-" + architecture());
    if (Files.isRegularFile(home.resolve("bin/postgres"))) {
      return new PostgresBinaries(home);
    }
    Files.createDirectories(cache);
    Path aside = Files.createTempDirectory(cache, "unpacking-");
    unpack(aside);
    try {
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException lost) {
      Folders.delete(aside);
    }
    return new PostgresBinaries(home);
  }

  /** The folder for unpacked programs of this user: XDG_CACHE_HOME or ~/.cache, then duban. */
  public static Path userCache() {
    return environment("XDG_CACHE_HOME")
        .or(() -> environment("HOME").map(home -> home.resolve(".cache")))
        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")))
        .resolve("duban");
  }

  private static Optional<Path> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).map(Path::of);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static String architecture() {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return arch.equals("amd64") || arch.equals("x86_64") ? "x86_64" : "arm_64";
  }

  private static void unpack(Path target) throws IOException {
    String archive = "/postgres-linux-" + architecture() + ".txz";
    InputStream found = PostgresBinaries.class.getResourceAsStream(archive);
    if (found == null) {
      throw new IOException(
          "no PostgreSQL for this machine on the class path (" + archive + " is missing)");
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(found)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, target);
      }
    }
    target.toFile().setReadable(true, false);
    target.toFile().setExecutable(true, false);
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive leads out of its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & ANY_EXECUTE) != 0) {
      Files.setPosixFilePermissions(path, executable());
    }
  }

  private static Set<PosixFilePermission> executable() {
    Set<PosixFilePermission> all = EnumSet.allOf(PosixFilePermission.class);
    all.remove(PosixFilePermission.GROUP_WRITE);
    all.remove(PosixFilePermission.OTHERS_WRITE);
    return all;
  }
}
