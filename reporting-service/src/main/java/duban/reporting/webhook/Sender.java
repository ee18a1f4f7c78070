package duban.reporting.webhook;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import duban.reporting.webhook.OutboxStore.Ended;
import duban.reporting.webhook.OutboxStore.Taken;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message. It blocks, for virtual threads. It follows no redirect, connects to nothing
 * but the address that was checked, and reads no more of an answer than it keeps.
 */
@ApplicationScoped
class Sender {

  private static final int ANSWER_CHARS = 500;
  private static final int GONE = 410;

  private final Secrets secrets;
  private final WebhookSettings settings;
  private final HttpClient client;

  Sender(Vertx vertx, Secrets secrets, WebhookSettings settings) {
    this.secrets = secrets;
    this.settings = settings;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) settings.timeout().toMillis())
                .setMaxPoolSize(settings.atOnce())
                .setKeepAlive(false)
                .setDecompressionSupported(false));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  private record Answer(int status, String text) {}

  /** How it ended; nothing that happens to a message is thrown. */
  Ended send(Taken taken) {
    long started = System.nanoTime();
    try {
      Answer answer = post(taken, Destination.resolve(taken.url(), settings.allowPrivate()));
      return ended(taken, answer.status(), answer.text(), started);
    } catch (Destination.Refused | Secrets.Unreadable refused) {
      return ended(taken, null, refused.getMessage(), started);
    } catch (TimeoutException late) {
      return ended(taken, null, "no answer within " + settings.timeout(), started);
    } catch (ExecutionException failed) {
      return ended(taken, null, String.valueOf(failed.getCause()), started);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return ended(taken, null, "stopped", started);
    }
  }

  private Answer post(Taken taken, Destination to)
      throws ExecutionException, TimeoutException, InterruptedException {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(to.port(), to.address().getHostAddress()))
            .setHost(to.url().getHost())
            .setPort(to.port())
            .setSsl(to.isSecure())
            .setURI(to.path())
            .setFollowRedirects(false)
            .setTimeout(settings.timeout().toMillis());
    long timestamp = Instant.now().getEpochSecond();
    String signature = signature(taken, timestamp);
    return client
        .request(options)
        .compose(request ->
            request
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "duban")
                .putHeader("webhook-id", taken.id())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", signature)
                .send(Buffer.buffer(taken.payload()))
                .compose(response -> Future.fromCompletionStage(answer(request, response))))
        .toCompletionStage()
        .toCompletableFuture()
        .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An answer without end is cut off where enough of it was read. */
  private static CompletableFuture<Answer> answer(
      HttpClientRequest request, HttpClientResponse response) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Buffer read = Buffer.buffer();
    response
        .handler(part -> {
          if (read.length() < ANSWER_CHARS) {
            read.appendBuffer(part.slice(0, Math.min(part.length(), ANSWER_CHARS)));
          } else if (answer.complete(told(response, read))) {
            request.connection().close();
          }
        })
        .endHandler(end -> answer.complete(told(response, read)))
        .exceptionHandler(answer::completeExceptionally);
    return answer;
  }

  private static Answer told(HttpClientResponse response, Buffer read) {
    String text = new String(read.getBytes(), StandardCharsets.UTF_8).replace("\0", "");
    return new Answer(
        response.statusCode(), text.substring(0, Math.min(ANSWER_CHARS, text.length())));
  }

  private String signature(Taken taken, long timestamp) {
    try {
      return new com.standardwebhooks.Webhook(secrets.open(taken.secret()))
          .sign(taken.id(), timestamp, taken.payload());
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("cannot sign " + taken, e);
    }
  }

  private Ended ended(
      Taken taken, @Nullable Integer status, @Nullable String answer, long started) {
    int millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    if (status != null && status >= 200 && status < 300) {
      return new Ended("delivered", status, millis, answer, Duration.ZERO);
    }
    boolean givenUp = isGone(status) || taken.attempts() > settings.retries().size();
    return givenUp
        ? new Ended("failed", status, millis, answer, Duration.ZERO)
        : new Ended(
            "pending", status, millis, answer, settings.retries().get(taken.attempts() - 1));
  }

  /** The receiver says that it wants nothing more, ever. */
  static boolean isGone(@Nullable Integer status) {
    return status != null && status == GONE;
  }
}
