package duban.local.client;

import duban.local.process.BackOff;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends again what was not answered, or answered with "try later". That is safe for events: their
 * ids make a second sending a question, not a second event.
 */
public final class Retry {

  private static final BackOff PAUSES =
      new BackOff(Duration.ofMillis(250), Duration.ofSeconds(8), Duration.ofDays(1));

  private static final int ATTEMPTS = 10;

  private Retry() {}

  /** One sending. */
  @FunctionalInterface
  public interface Sending<T> {
    HttpResponse<T> send() throws IOException, InterruptedException;
  }

  /** The first answer that is not "try later"; the last such one when patience ends. */
  public static <T> HttpResponse<T> until(Sending<T> sending)
      throws IOException, InterruptedException {
    return until(ATTEMPTS, sending);
  }

  static <T> HttpResponse<T> until(int attempts, Sending<T> sending)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<T> response = sending.send();
        if (!isTryLater(response.statusCode()) || attempt == attempts) {
          return response;
        }
        dismiss(response.body());
        pause(attempt, retryAfter(response));
      } catch (IOException broken) {
        if (attempt == attempts) {
          throw broken;
        }
        pause(attempt, Duration.ZERO);
      }
    }
  }

  public static boolean isTryLater(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  public static void pause(int attempt, Duration atLeast) {
    Duration pause = PAUSES.pause(attempt);
    LockSupport.parkNanos((pause.compareTo(atLeast) > 0 ? pause : atLeast).toNanos());
  }

  /** A body that nobody reads would hold its connection. */
  private static void dismiss(Object body) throws IOException {
    if (body instanceof InputStream unread) {
      unread.close();
    }
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
