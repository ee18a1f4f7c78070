package duban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawTargetTest {

  private static final List<String> PIECES =
      List.of(
          "/",
          "a",
          ".",
          "..",
          "%",
          "2f",
          "2F",
          "%2",
          "%2e",
          "%25",
          "%41",
          "%5c",
          ";",
          "\\",
          "?",
          "#",
          "=",
          "&",
          "%E5%B8%B8",
          "\u00e5",
          " ",
          "\u0000",
          "%00",
          "%0a",
          "api",
          "320412",
          "+");

  @Test
  void whatIsSafeMeansTheSameHoweverOftenItIsDecoded() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int safe = 0;
    for (int round = 0; round < 200_000; round++) {
      String target = random(random);
      if (RawTarget.isSafe(target)) {
        safe++;
        String path = target.split("\\?", 2)[0];
        String once = decode(path);
        assertThat(once).as("seed %d: %s", seed, target).matches(RawTargetTest::isPlain);
        assertThat(decode(once)).as("seed %d: %s", seed, target).isEqualTo(once);
        assertThat(segments(once)).as("seed %d: %s", seed, target).isEqualTo(segments(path));
      }
    }
    assertThat(safe).as("seed %d", seed).isGreaterThan(1000);
  }

  private static boolean isPlain(String path) {
    return !path.contains("..")
        && !path.contains("//")
        && path.chars().noneMatch(c -> c < ' ' || c == 0x7f || ";\\?#%".indexOf(c) >= 0);
  }

  private static long segments(String path) {
    return path.chars().filter(c -> c == '/').count();
  }

  private static String decode(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String random(Random random) {
    StringBuilder target = new StringBuilder("/");
    int pieces = random.nextInt(6);
    for (int piece = 0; piece < pieces; piece++) {
      target.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return target.toString();
  }
}
