package duban.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a container engine answers. Asked before Testcontainers is touched, because
 * Testcontainers tries for long and logs errors where there is none.
 */
final class ContainerEngine {

  private static final Path SOCKET = Path.of("/var/run/docker.sock");

  private ContainerEngine() {}

  static boolean answers() {
    return Boolean.parseBoolean(
        OncePerJvm.get(
            "containers",
            () -> Boolean.toString(address().filter(ContainerEngine::pings).isPresent())));
  }

  private static Optional<SocketAddress> address() {
    String host = System.getenv("DOCKER_HOST");
    if (host == null || host.isBlank()) {
      return Files.exists(SOCKET)
          ? Optional.of(UnixDomainSocketAddress.of(SOCKET))
          : Optional.empty();
    }
    URI uri = URI.create(host.trim());
    return switch (uri.getScheme()) {
      case "unix" -> Optional.of(UnixDomainSocketAddress.of(uri.getPath()));
      case "tcp", "http", "https" ->
          Optional.of(new InetSocketAddress(uri.getHost(), Math.max(uri.getPort(), 2375)));
      default -> Optional.empty();
    };
  }

  /** An engine behind TLS answers an open ping with 400, which is an answer all the same. */
  private static boolean pings(SocketAddress address) {
    try (SocketChannel channel = SocketChannel.open(address)) {
      channel.write(
          ByteBuffer.wrap(
              "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      ByteBuffer answer = ByteBuffer.allocate(16);
      channel.read(answer);
      return new String(answer.array(), StandardCharsets.US_ASCII).startsWith("HTTP/1.");
    } catch (IOException | IllegalArgumentException silent) {
      return false;
    }
  }
}
