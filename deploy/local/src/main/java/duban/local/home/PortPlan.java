package duban.local.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Seven ports in a row, the gateway's first. */
public record PortPlan(int gateway) {

  public static final PortPlan DEFAULT = new PortPlan(8080);

  private static final int COUNT = 7;
  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65_536 - COUNT;

  public PortPlan {
    if (gateway < LOWEST || gateway > HIGHEST) {
      throw new Refusal(
          "DUBAN_PORT is "
              + gateway
              + ": it is the first of "
              + COUNT
              + " ports in a row, a number from "
              + LOWEST
              + " to "
              + HIGHEST);
    }
  }

  /** The plan that DUBAN_PORT names, if it is set. */
  public static Optional<PortPlan> named() {
    return parse(System.getenv("DUBAN_PORT"));
  }

  static Optional<PortPlan> parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PortPlan(Integer.parseInt(text.trim())));
    } catch (NumberFormatException word) {
      throw new Refusal("DUBAN_PORT is not a number: " + text);
    }
  }

  public int plans() {
    return gateway + 1;
  }

  public int progress() {
    return gateway + 2;
  }

  public int reporting() {
    return gateway + 3;
  }

  public int postgres() {
    return gateway + 4;
  }

  public int kafka() {
    return gateway + 5;
  }

  public int kafkaController() {
    return gateway + 6;
  }

  /** Refuses in one sentence if any of the ports is taken. */
  public void requireFree() {
    requireFree(PortPlan::isFree);
  }

  void requireFree(IntPredicate free) {
    parts()
        .forEach((part, port) -> {
          if (!free.test(port)) {
            throw new Refusal(taken(part, port, free));
          }
        });
  }

  private static String taken(String part, int port, IntPredicate free) {
    OptionalInt other = firstFreeRun(free);
    return "port "
        + port
        + ", which "
        + part
        + " needs, is taken by another program: choose the first of "
        + COUNT
        + " free ports in a row with DUBAN_PORT"
        + (other.isPresent() ? ", for example DUBAN_PORT=" + other.getAsInt() + " ./duban up" : "");
  }

  private Map<String, Integer> parts() {
    Map<String, Integer> parts = new LinkedHashMap<>();
    parts.put("the gateway", gateway);
    parts.put("plans-service", plans());
    parts.put("progress-service", progress());
    parts.put("reporting-service", reporting());
    parts.put("PostgreSQL", postgres());
    parts.put("Kafka", kafka());
    parts.put("Kafka's controller", kafkaController());
    return parts;
  }

  private static OptionalInt firstFreeRun(IntPredicate free) {
    for (int first = 9080; first <= 30_000; first += 100) {
      int start = first;
      if (IntStream.range(start, start + COUNT).allMatch(free)) {
        return OptionalInt.of(start);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
