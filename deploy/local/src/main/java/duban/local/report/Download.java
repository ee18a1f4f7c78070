package duban.local.report;

import duban.local.client.GatewayClient;
import duban.local.home.Refusal;
import duban.local.terminal.Bar;
import duban.local.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Brings a document from the gateway to where it shall be, as it comes. */
final class Download {

  private static final int BUFFER = 64 * 1024;
  private static final int KIB = 1024;

  /** The gateway itself waits no longer for what is behind it. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final long BUSY = 0;

  private final GatewayClient client;
  private final Duration silence;

  Download(GatewayClient client) {
    this(client, SILENCE);
  }

  Download(GatewayClient client, Duration silence) {
    this.client = client;
    this.silence = silence;
  }

  /** What there was. */
  record Brought(long bytes, long rows) {}

  /** The reader of standard output has seen enough, as {@code head} has. */
  static final class ReaderGone extends IOException {
    private static final long serialVersionUID = 1;
  }

  Brought bring(String path, @Nullable Path file, Rows rows)
      throws IOException, InterruptedException {
    // The place for it first: what cannot be kept need not be asked for.
    try (Output output = Output.to(file);
        InputStream in = client.open(path).body();
        Bar bar = bar(file)) {
      long bytes = copy(in, output, rows, bar);
      output.keep();
      return new Brought(bytes, rows.count());
    }
  }

  /** None where the document itself runs over the same terminal. */
  private static Bar bar(@Nullable Path file) {
    return file == null && Terminal.isOutput()
        ? Bar.none()
        : Bar.of("reading", " KiB", KIB, Bar.UNKNOWN);
  }

  private long copy(InputStream in, Output output, Rows rows, Bar bar) throws IOException {
    AtomicLong waitingSince = new AtomicLong(System.nanoTime());
    Thread watch = Thread.ofVirtual().start(() -> closeWhenSilent(in, waitingSince));
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try {
      for (int read = read(in, buffer, bytes); read >= 0; read = read(in, buffer, bytes)) {
        // Whoever reads standard output may take its time; that is not the gateway's silence.
        waitingSince.set(BUSY);
        write(output, buffer, read);
        rows.see(buffer, read);
        bytes += read;
        bar.at(bytes);
        waitingSince.set(System.nanoTime());
      }
      return bytes;
    } finally {
      watch.interrupt();
    }
  }

  private static int read(InputStream in, byte[] buffer, long before) {
    try {
      return in.read(buffer);
    } catch (IOException broken) {
      throw Refusal.noAnswer(
          "the answer broke off after %,d bytes: it is not whole; try again".formatted(before));
    }
  }

  private static void write(Output output, byte[] buffer, int length) throws IOException {
    try {
      output.stream().write(buffer, 0, length);
    } catch (IOException failed) {
      if ("Broken pipe".equals(failed.getMessage())) {
        throw new ReaderGone();
      }
      throw failed;
    }
  }

  /** A connection that says nothing more would be waited for without end. */
  private void closeWhenSilent(InputStream in, AtomicLong waitingSince) {
    try {
      for (long since = waitingSince.get();
          since == BUSY || System.nanoTime() - since < silence.toNanos();
          since = waitingSince.get()) {
        Thread.sleep(LOOK_EVERY);
      }
      in.close();
    } catch (InterruptedException | IOException ended) {
      // It came to its end.
    }
  }
}
