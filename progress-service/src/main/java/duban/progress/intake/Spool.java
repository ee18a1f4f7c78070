package duban.progress.intake;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A batch's results until its whole body is read. Many clients write all of their request before
 * they read any of the answer: an answer written meanwhile would fill the socket, and both sides
 * would wait for each other for ever. Small ones stay in memory, large ones go to a temporary file
 * that is gone when closed.
 */
final class Spool extends OutputStream {

  private static final Set<StandardOpenOption> OPEN =
      Set.of(
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final int memoryBytes;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable FileChannel file;
  private OutputStream out = memory;

  Spool(int memoryBytes) {
    this.memoryBytes = memoryBytes;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (file == null && memory.size() + length > memoryBytes) {
      spill();
    }
    out.write(bytes, offset, length);
  }

  private void spill() throws IOException {
    Path path = Files.createTempFile("duban-results-", ".ndjson");
    file = FileChannel.open(path, OPEN);
    out = new BufferedOutputStream(Channels.newOutputStream(file));
    memory.writeTo(out);
    memory.reset();
  }

  /** Everything written so far, from the beginning. */
  InputStream content() throws IOException {
    out.flush();
    return file == null
        ? new ByteArrayInputStream(memory.toByteArray())
        : Channels.newInputStream(file.position(0));
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
