package duban.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * That one launcher works in this home. The lock is the operating system's: it falls with its
 * process, however that ends.
 */
public final class Occupancy implements AutoCloseable {

  private final FileLock lock;

  private Occupancy(FileLock lock) {
    this.lock = lock;
  }

  /** Takes the home, or refuses if another launcher has it. */
  public static Occupancy take(Home home) throws IOException {
    return tryTake(home)
        .orElseThrow(() ->
            new Refusal(
                "a system already runs in "
                    + home.path()
                    + " ("
                    + home.gateway()
                    + "): ./duban status shows it, ./duban down stops it, and another"
                    + " DUBAN_HOME with another DUBAN_PORT makes a second one"));
  }

  public static Optional<Occupancy> tryTake(Home home) throws IOException {
    Path file = home.run().resolve("launcher.lock");
    Files.createDirectories(home.run());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new Occupancy(lock));
  }

  @Override
  public void close() throws IOException {
    lock.acquiredBy().close();
  }
}
