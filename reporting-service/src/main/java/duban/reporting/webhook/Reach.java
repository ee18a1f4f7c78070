package duban.reporting.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Whether an address lies in the public network. */
final class Reach {

  private Reach() {}

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  /** Not: this network, shared (CGNAT), protocol, documentation, benchmarking, reserved. */
  private static boolean isPublic4(byte[] bytes) {
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    return !(a == 0
        || a == 127
        || a >= 224
        || (a == 100 && b >= 64 && b < 128)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113));
  }

  /** Global unicast only, less what wraps an IPv4 address or documents. */
  private static boolean isPublic6(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    boolean global = (first & 0xe000) == 0x2000;
    boolean tunnel = first == 0x2002 || (first == 0x2001 && second == 0);
    boolean documents = first == 0x2001 && second == 0x0db8;
    return global && !tunnel && !documents;
  }
}
