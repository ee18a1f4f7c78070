package duban.local.client;

import duban.local.process.BackOff;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends again what was not answered, or answered with "try later". That is safe for events: their
 * ids make a second sending a question, not a second event.
 */
final class Retry {

  private static final BackOff PAUSES =
      new BackOff(Duration.ofMillis(250), Duration.ofSeconds(8), Duration.ofDays(1));

  private static final int ATTEMPTS = 10;

  private Retry() {}

  /** One sending. */
  interface Sending {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }

  /** The first answer that is not "try later"; the last such one when patience ends. */
  static HttpResponse<String> until(Sending sending) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = sending.send();
        if (!isTryLater(response.statusCode()) || attempt == ATTEMPTS) {
          return response;
        }
        pause(attempt, retryAfter(response));
      } catch (IOException broken) {
        if (attempt == ATTEMPTS) {
          throw broken;
        }
        pause(attempt, Duration.ZERO);
      }
    }
  }

  static boolean isTryLater(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  static void pause(int attempt, Duration atLeast) {
    Duration pause = PAUSES.pause(attempt);
    LockSupport.parkNanos((pause.compareTo(atLeast) > 0 ? pause : atLeast).toNanos());
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    try {
      OptionalLong seconds = response.headers().firstValueAsLong("Retry-After");
      return Duration.ofSeconds(Math.clamp(seconds.orElse(0), 0, 30));
    } catch (NumberFormatException date) {
      return Duration.ZERO;
    }
  }
}
