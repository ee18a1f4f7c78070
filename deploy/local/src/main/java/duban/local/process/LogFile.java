package duban.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A part's log. The part itself appends to the file, so that it can outlive a launcher that was
 * killed; so the file is turned by copying and emptying it, not by renaming it.
 */
public record LogFile(Path path) {

  private static final long TURN_AT = 8L * 1024 * 1024;
  private static final int KEPT = 2;
  private static final int LAST_WORDS = 8 * 1024;

  /** Turns the log if it has grown over 8 MiB; two older ones are kept. */
  void turnIfLarge() throws IOException {
    if (length() < TURN_AT) {
      return;
    }
    for (int older = KEPT; older > 1; older--) {
      Path from = numbered(older - 1);
      if (Files.exists(from)) {
        Files.move(from, numbered(older), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.copy(path, numbered(1), StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  long length() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /** What was written from this place on, at most the last 8 KiB of it. */
  String since(long start) throws IOException {
    if (!Files.exists(path)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long from = start > file.length() ? 0 : start;
      file.seek(Math.max(from, file.length() - LAST_WORDS));
      byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(tail);
      return new String(tail, StandardCharsets.UTF_8);
    }
  }

  private Path numbered(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }
}
