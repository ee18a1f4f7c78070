package duban.local.report;

import duban.local.home.Refusal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a document goes. A file is written under another name beside its own, and has its own only
 * once it is whole and on disk: whoever finds it there can rely on it.
 */
abstract class Output implements AutoCloseable {

  static Output to(@Nullable Path file) throws IOException {
    return file == null ? new Standard() : new Beside(file);
  }

  abstract OutputStream stream();

  /** It is whole. */
  abstract void keep() throws IOException;

  @Override
  public abstract void close() throws IOException;

  /** The stream itself: a PrintStream would keep it to itself that nobody reads any more. */
  private static final class Standard extends Output {

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    @Override
    OutputStream stream() {
      return out;
    }

    @Override
    void keep() throws IOException {
      out.flush();
    }

    @Override
    public void close() {
      // Not ours to close.
    }
  }

  private static final class Beside extends Output {

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;
    private final Thread cleaner = new Thread(this::discard, "discard-part");

    Beside(Path file) throws IOException {
      if (Files.isDirectory(file)) {
        throw new Refusal(file + " is a folder: name a file in it");
      }
      this.file = file.toAbsolutePath();
      this.part = part(this.file);
      this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
      this.out = Channels.newOutputStream(channel);
      Runtime.getRuntime().addShutdownHook(cleaner);
    }

    private static Path part(Path file) throws IOException {
      Path folder = file.resolveSibling(".");
      if (!Files.isDirectory(folder)) {
        throw new Refusal("there is no folder " + folder.normalize());
      }
      // What a new file may be is the umask's word; a temporary file would be its owner's alone.
      Path part =
          file.resolveSibling(
              "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      return Files.createFile(part);
    }

    @Override
    OutputStream stream() {
      return out;
    }

    @Override
    void keep() throws IOException {
      channel.force(true);
      channel.close();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(part);
    }

    /** For Ctrl-C in the middle. */
    private void discard() {
      part.toFile().delete();
    }
  }
}
