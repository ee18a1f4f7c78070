package duban.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** HTTP by hand: sends exactly the given octets, which no well-behaved client would. */
final class RawHttp implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Socket socket;
  private final InputStream in;

  RawHttp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) TIMEOUT.toMillis());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** One exchange on a connection of its own. */
  static Answer send(int port, String request) throws IOException {
    try (RawHttp http = new RawHttp(port)) {
      http.write(request);
      return http.read();
    }
  }

  /** One exchange whose answer may have no body, since the method says so. */
  static Answer send(int port, String request, String method) throws IOException {
    try (RawHttp http = new RawHttp(port)) {
      http.write(request);
      return method.equals("HEAD") ? http.head() : http.read();
    }
  }

  static String get(String target, String... headers) {
    return head("GET", target, headers) + "\r\n";
  }

  /** The body must be ASCII. */
  static String post(String target, String type, String body, String... headers) {
    return head("POST", target, headers)
        + "Content-Type: "
        + type
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  static String head(String method, String target, String... headers) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: duban\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }

  /** Characters up to U+00FF go out as the octet of that number. */
  void write(String octets) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  Answer read() throws IOException {
    Answer head = head();
    String body =
        head.header("transfer-encoding").equals("chunked")
            ? chunked()
            : new String(
                in.readNBytes(Integer.parseInt("0" + head.header("content-length"))),
                StandardCharsets.UTF_8);
    return new Answer(head.status(), head.headers(), body);
  }

  /** The status line and the headers; the body is left to be read. */
  Answer head() throws IOException {
    String status = line();
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Answer(Integer.parseInt(status.substring(9, 12)), headers, "");
  }

  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new IOException("closed after: " + line.toString(StandardCharsets.UTF_8));
      }
      if (octet != '\r') {
        line.write(octet);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private String chunked() throws IOException {
    StringBuilder body = new StringBuilder();
    for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
      body.append(chunk);
    }
    return body.toString();
  }

  /** The next chunk of a chunked body; empty for the last. */
  String chunk() throws IOException {
    String chunk = new String(in.readNBytes(size()), StandardCharsets.UTF_8);
    line();
    return chunk;
  }

  /** Reads and drops so many octets, or fewer if there are no more; returns how many. */
  long skip(long octets) throws IOException {
    long skipped = 0;
    byte[] buffer = new byte[1 << 16];
    while (skipped < octets) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, octets - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  private int size() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  /** Whether the other side sends these last octets and closes. */
  boolean isClosedAfter(String octets) throws IOException {
    String last = new String(in.readNBytes(octets.length()), StandardCharsets.UTF_8);
    return last.equals(octets) && drainUntilClosed();
  }

  /** Reads on until the other side closes; false when that takes longer than the timeout. */
  boolean drainUntilClosed() throws IOException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    try {
      while (skip(1) == 1) {
        if (System.nanoTime() > end) {
          return false;
        }
      }
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Sends a body of spaces from a thread of its own. */
  Pump pump(int octets) {
    return new Pump(octets, false);
  }

  Pump pumpChunked(int octets) {
    return new Pump(octets, true);
  }

  final class Pump {
    private static final int PIECE = 1 << 16;

    private final AtomicLong sent = new AtomicLong();
    private final Thread thread;

    private Pump(int octets, boolean chunked) {
      thread = Thread.ofPlatform().daemon().start(() -> run(octets, chunked));
    }

    long sent() {
      return sent.get();
    }

    void await() throws InterruptedException {
      thread.join();
    }

    private void run(int octets, boolean chunked) {
      String piece = " ".repeat(PIECE);
      String framed = chunked ? "10000\r\n" + piece + "\r\n" : piece;
      try {
        while (sent.get() < octets) {
          write(framed);
          sent.addAndGet(PIECE);
        }
        if (chunked) {
          write("0\r\n\r\n");
        }
      } catch (IOException refused) {
        // The other side answered and closed; what it answered is what the test looks at.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
