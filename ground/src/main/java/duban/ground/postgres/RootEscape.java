package duban.ground.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user namespace with no mapping root looks like nobody to
 * PostgreSQL and still owns its files, so nothing has to change hands.
 */
final class RootEscape {

  private static final List<String> UNSHARE = List.of("unshare", "-U");

  private RootEscape() {}

  /** What to put before a command of PostgreSQL: nothing for an ordinary user. */
  static List<String> prefix() throws IOException, InterruptedException {
    if (!isRoot()) {
      return List.of();
    }
    if (!unshareWorks()) {
      throw new IOException(
          "PostgreSQL does not run as root, and this machine does not let it look like somebody"
              + " else (unshare -U failed): run as an ordinary user");
    }
    return UNSHARE;
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
  }

  private static boolean unshareWorks() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
