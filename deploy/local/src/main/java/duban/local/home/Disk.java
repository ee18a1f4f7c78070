package duban.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room for the data. */
public final class Disk {

  /** PostgreSQL's log alone may take 256 MiB before it is turned over. */
  private static final long NEEDED_MIB = 512;

  private static final long MIB = 1024L * 1024;

  private Disk() {}

  /** Makes the home and refuses if the disk below it is nearly full. */
  public static void prepare(Home home) throws IOException {
    try {
      Files.createDirectories(home.path());
    } catch (IOException refused) {
      throw new Refusal("cannot make the folder " + home.path() + ": " + refused.getMessage());
    }
    long free = freeMib(home.path());
    if (free < NEEDED_MIB) {
      throw new Refusal(
          "the disk is nearly full: "
              + home.path()
              + " has "
              + free
              + " MiB left and Duban needs "
              + NEEDED_MIB
              + " to start; free some space, or name a folder on another disk with DUBAN_HOME");
    }
  }

  public static long freeMib(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace() / MIB;
  }
}
