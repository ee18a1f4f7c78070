package duban.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** A token bucket for each caller. */
@ApplicationScoped
public class CallerRate {

  private static final Problem TOO_MANY =
      Problem.of(
          ProblemType.TOO_MANY_REQUESTS,
          "该用户的请求过于频繁；多条事件请合并为一批提交。",
          "You send requests faster than allowed; post many events as one batch.");

  private final LimitSettings settings;
  private final Cache<String, Bucket> buckets;

  @Inject
  CallerRate(LimitSettings settings) {
    this.settings = settings;
    this.buckets = Caffeine.newBuilder().maximumSize(settings.callers()).build();
  }

  /**
   * Takes one request off the caller's bucket.
   *
   * @throws ProblemException TOO_MANY_REQUESTS, when it is empty
   */
  public void admit(RoutingContext context, String caller) {
    ConsumptionProbe probe =
        buckets.get(caller, unseen -> newBucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      context
          .response()
          .putHeader(HttpHeaders.RETRY_AFTER, seconds(probe.getNanosToWaitForRefill()));
      throw new ProblemException(TOO_MANY);
    }
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit ->
            limit
                .capacity(settings.burst())
                .refillGreedy(settings.ratePerSecond(), Duration.ofSeconds(1)))
        .build();
  }

  private static String seconds(long nanos) {
    return Long.toString(Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds()));
  }
}
