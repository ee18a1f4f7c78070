package duban.local.home;

import duban.ground.Folders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Takes a built program into the home, so that a build, such as that of {@code ./duban test}, does
 * not pull it from under the running system, and a part that is started again is the same program.
 */
public final class Staging {

  private Staging() {}

  /** Nothing may run from the target; what was there is replaced. */
  public static void take(Path program, Path target) throws IOException {
    Folders.delete(target);
    Files.walkFileTree(
        program,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(target.resolve(program.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            linkOrCopy(file, target.resolve(program.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** A link costs no space; the build makes new files and never writes into old ones. */
  private static void linkOrCopy(Path file, Path target) throws IOException {
    try {
      Files.createLink(target, file);
    } catch (FileSystemException | UnsupportedOperationException otherDisk) {
      Files.copy(file, target);
    }
  }
}
