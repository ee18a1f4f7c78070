package duban.reporting.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a message goes: the address that was checked, which alone may be connected to, since a name
 * may be answered otherwise the next time.
 */
record Destination(URI url, InetAddress address) {

  /** Why an address is refused. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /** What can be said without asking a name server. */
  static URI read(String url, boolean allowPrivate) throws Refused {
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("https") && !(allowPrivate && scheme.equals("http"))) {
        throw new Refused("not an https address");
      }
      if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
        throw new Refused("not a plain address of a host");
      }
      if (!allowPrivate && isPrivate(uri.getHost())) {
        throw new Refused("the host has a private address");
      }
      return uri;
    } catch (URISyntaxException malformed) {
      throw new Refused("not an address");
    }
  }

  /** Of an address that is written as one, and of this machine's own name. */
  private static boolean isPrivate(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    try {
      return isWritten(name) && !Reach.isPublic(InetAddress.ofLiteral(bare(name)));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /** The last label of a name is never a number. */
  private static boolean isWritten(String host) {
    return host.startsWith("[") || host.matches("(.*\\.)?[0-9]+");
  }

  private static String bare(String host) {
    return host.replaceAll("^\\[|\\]$", "");
  }

  /** Asks the name server, which blocks. One private address among several refuses them all. */
  static Destination resolve(String url, boolean allowPrivate) throws Refused {
    URI uri = read(url, allowPrivate);
    try {
      InetAddress[] addresses = InetAddress.getAllByName(bare(uri.getHost()));
      if (!allowPrivate && !Stream.of(addresses).allMatch(Reach::isPublic)) {
        throw new Refused("the host has a private address");
      }
      return new Destination(uri, addresses[0]);
    } catch (UnknownHostException unknown) {
      throw new Refused("the host is unknown");
    }
  }

  boolean isSecure() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  int port() {
    return url.getPort() > 0 ? url.getPort() : isSecure() ? 443 : 80;
  }

  String path() {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
