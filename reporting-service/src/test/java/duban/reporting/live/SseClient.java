package duban.reporting.live;

import com.fasterxml.jackson.databind.JsonNode;
import duban.reporting.Service;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A client of the live stream on a bare socket with a small receive buffer, so that a test decides
 * when it reads and the server feels it when it does not.
 */
public final class SseClient implements AutoCloseable {

  /** One block of the stream; a heartbeat has neither event nor data. */
  public record Block(String id, String event, JsonNode data) {
    public boolean is(String name) {
      return name.equals(event);
    }

    boolean isFilling() {
      return is("change") && data.path("key").textValue().startsWith("filling-");
    }

    public boolean isChange(String kind, String key) {
      return is("change")
          && data.path("kind").textValue().equals(kind)
          && data.path("key").textValue().equals(key);
    }
  }

  private static final int RECEIVE_BYTES = 8 * 1024;

  /** So many of thousands. */
  private static final int TOLD = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Socket socket = new Socket();
  private final InputStream in;
  private int left;

  private SseClient(String token, String path, String lastEventId) throws IOException {
    socket.setReceiveBufferSize(RECEIVE_BYTES);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
    String request =
        "GET /api/v1"
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
            + "Authorization: Bearer "
            + token
            + "\r\n"
            + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n")
            + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    in = new BufferedInputStream(socket.getInputStream(), 1024);
  }

  /** Opens a stream that must be accepted. */
  public static SseClient open(String token, String scope, String lastEventId) {
    try {
      SseClient client = new SseClient(token, "/live?year=2022&scope=" + scope, lastEventId);
      String status = client.header();
      if (!status.contains(" 200 ")) {
        throw new AssertionError(status);
      }
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SseClient open(String token, String scope) {
    return open(token, scope, null);
  }

  private String header() throws IOException {
    String status = rawLine();
    while (!rawLine().isEmpty()) {
      // The other header lines do not matter here.
    }
    return status;
  }

  /** From now on it reads as fast as it can. */
  SseClient hurry() throws IOException {
    socket.setReceiveBufferSize(1024 * 1024);
    return this;
  }

  /** The next block, heartbeats included. */
  public Block next() {
    try {
      String id = null;
      String event = null;
      StringBuilder data = new StringBuilder();
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5));
        }
      }
      return new Block(id, event, data.isEmpty() ? null : Service.parse(data.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on until a block is as wanted; what came before it and itself. */
  public List<Block> until(Predicate<Block> wanted) {
    return until(wanted, PATIENCE);
  }

  public List<Block> until(Predicate<Block> wanted, Duration patience) {
    List<Block> read = new ArrayList<>();
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      Block block = next();
      read.add(block);
      if (wanted.test(block)) {
        return read;
      }
    }
    List<Block> last = read.subList(Math.max(0, read.size() - TOLD), read.size());
    throw new AssertionError(
        "it did not come, but %d others, at last %s".formatted(read.size(), last));
  }

  public Block first(Predicate<Block> wanted) {
    return until(wanted).getLast();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = read(); c != '\n'; c = read()) {
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** One byte of the chunked body. */
  private int read() throws IOException {
    if (left == 0) {
      String size = rawLine();
      if (size.isEmpty()) {
        size = rawLine();
      }
      left = Integer.parseInt(size, 16);
      if (left == 0) {
        throw new IOException("the stream has ended");
      }
    }
    left--;
    return in.read();
  }

  private String rawLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
